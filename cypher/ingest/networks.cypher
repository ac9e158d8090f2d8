// purpose: networks are exits of proxies. Records that name several proxies for one network are all kept (networks_read chooses), and where
//   two records differ in kind or confidence the larger value stays.
// param: rows list, [prefix, proxy, kind, confidence] each; kind and confidence may be null
UNWIND $rows AS row
WITH row[0] AS prefix, row[1] AS proxy, row[2] AS kind, row[3] AS confidence
MERGE (x:Proxy {id: proxy})
SET x.kind = CASE WHEN kind > x.kind THEN kind ELSE coalesce(x.kind, kind) END
MERGE (n:Network {prefix: prefix})
MERGE (n)-[u:OF_PROXY]->(x)
SET u.confidence = CASE WHEN confidence > u.confidence THEN confidence ELSE coalesce(u.confidence, confidence) END
