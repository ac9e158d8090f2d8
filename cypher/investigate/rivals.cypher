// title: Rivals, or one and the same?
// purpose: Facts that members of two operators both use, with how many of each and how many others.
// param: left string, id of one operator
// param: right string, id of the other operator
// param: limit integer = 50, how many facts at most
MATCH (o:Operator)<-[:OPERATED_BY]-(a)-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]->(f) WHERE o.id IN [$left, $right]
WITH f, count(DISTINCT CASE o.id WHEN $left THEN a END) AS left, count(DISTINCT CASE o.id WHEN $right THEN a END) AS right
WHERE left > 0 AND right > 0
RETURN labels(f)[0] AS kind, coalesce(f.fingerprint, f.address, f.id) AS fact, left, right,
       COUNT { (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]-() } - left - right AS others
ORDER BY others, left + right DESC, kind, fact LIMIT $limit
