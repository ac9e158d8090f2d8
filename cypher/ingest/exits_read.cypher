// purpose: every address and the proxy it is an exit of, if any
MATCH (i:IpAddress)
OPTIONAL MATCH (i)-[e:EXIT_OF]->(x:Proxy)
RETURN i.address AS address, x.id AS proxy, e.confidence AS confidence
