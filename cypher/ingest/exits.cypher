// purpose: makes addresses exits of proxies
// param: rows list, [address, proxy, confidence] each
UNWIND $rows AS row
WITH row[0] AS address, row[1] AS proxy, row[2] AS confidence
MATCH (i:IpAddress {address: address})
MERGE (x:Proxy {id: proxy})
MERGE (i)-[e:EXIT_OF]->(x)
SET e.confidence = confidence
