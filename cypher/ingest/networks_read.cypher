// purpose: every proxy network with the proxy it belongs to: the one named with most confidence, then the one with the smallest id
MATCH (n:Network)-[u:OF_PROXY]->(x:Proxy)
WITH n, u, x ORDER BY coalesce(u.confidence, -1.0) DESC, x.id
WITH n, collect([x.id, x.kind, u.confidence])[0] AS best
RETURN n.prefix AS network, best[0] AS proxy, best[1] AS kind, best[2] AS confidence
