// purpose: one operator with all that is known of it as a whole; an operator that ended has size 0 and endedAt
// param: operator string, the operator's id
MATCH (o:Operator {id: $operator})
OPTIONAL MATCH (o)<-[:OPERATED_BY]-(a)
WITH o, min(a.createdAt) AS firstSignup, max(a.lastActivity) AS lastActivity, sum(a.exchanges) AS exchanges,
     sum(CASE a.status WHEN 'banned' THEN 1 ELSE 0 END) AS banned
RETURN properties(o) AS operator, firstSignup, lastActivity, exchanges, banned,
       COUNT { (o)<-[:WAS_OPERATED_BY]-() } AS formerMemberships
