// title: Who else would a block hit?
// purpose: If the facts that an operator uses were blocked: how many of its members each would stop, and how many others it would hit.
// param: operator string, the operator's id
// param: limit integer = 100, how many facts at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY]-(m)-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]->(f)
WITH f, count(DISTINCT m) AS members
WITH f, members, COUNT { (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]-() } - members AS bystanders
RETURN labels(f)[0] AS kind, coalesce(f.fingerprint, f.address, f.id) AS fact, members, bystanders
ORDER BY members - 10 * bystanders DESC, kind, fact LIMIT $limit
