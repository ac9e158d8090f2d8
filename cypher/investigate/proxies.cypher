// title: Who is behind each proxy?
// purpose: Proxy services by accounts, operators and accounts of no operator behind them.
// param: limit integer = 100, how many at most
MATCH (x:Proxy)<-[:EXIT_OF]-()<-[:USED_IP]-(a)
WITH DISTINCT x, a
OPTIONAL MATCH (a)-[:OPERATED_BY]->(o:Operator)
RETURN x.id AS proxy, x.kind AS kind, count(a) AS accounts, count(DISTINCT o) AS operators, count(a) - count(o) AS unattached
ORDER BY accounts DESC, proxy LIMIT $limit
