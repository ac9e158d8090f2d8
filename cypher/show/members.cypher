// purpose: the members of an operator, the most certain first
// param: operator string, the operator's id
// param: limit integer = 100, how many at most
MATCH (o:Operator {id: $operator})<-[m:OPERATED_BY]-(a:Account)
RETURN a.id AS account, m.confidence AS confidence, m.since AS since, a.status AS status, a.country AS country,
       a.createdAt AS createdAt, a.lastActivity AS lastActivity, a.exchanges AS exchanges, COUNT { (a)-[:LINKED_TO]-() } AS links
ORDER BY confidence DESC, account LIMIT $limit
