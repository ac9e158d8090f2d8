// title: Who shares with this account?
// purpose: Accounts that share two or more kinds of fact with one account, by how rare what they share is.
// param: account string, id of the account to start from
// param: maxDegree integer = 1000, facts that more accounts than this have are passed over
// param: limit integer = 50, how many at most
MATCH (n:Account) WITH count(n) AS total
MATCH (a:Account {id: $account})-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]->(f)
WITH total, a, f, COUNT { (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]-() } AS degree WHERE 1 < degree <= $maxDegree
MATCH (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT]-(b) WHERE b <> a
WITH b, labels(f)[0] AS facet, count(*) AS shared, max(log(1.0 * total / degree) / log(2)) AS best
WITH b, collect(facet) AS facets, sum(shared) AS facts, sum(best) AS bits WHERE size(facets) > 1
ORDER BY bits DESC, b.id LIMIT $limit
OPTIONAL MATCH (b)-[:OPERATED_BY]->(o:Operator)
RETURN b.id AS account, b.status AS status, o.id AS operator, facets, facts, bits ORDER BY bits DESC, account
