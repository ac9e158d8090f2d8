// purpose: one operator with all that is known of it as a whole; an operator that ended has size 0 and endedAt
// param: operator string, the operator's id
MATCH (o:Operator {id: $operator})
RETURN properties(o) AS operator,
       COUNT { (o)<-[:OPERATED_BY]-({status: 'banned'}) } AS banned,
       COUNT { (o)<-[:WAS_OPERATED_BY]-() } AS formerMemberships,
       COLLECT { MATCH (o)<-[:OPERATED_BY]-(a) WHERE a.createdAt IS NOT NULL RETURN min(a.createdAt) }[0] AS firstSignup,
       COLLECT { MATCH (o)<-[:OPERATED_BY]-(a) WHERE a.lastActivity IS NOT NULL RETURN max(a.lastActivity) }[0] AS lastActivity,
       COLLECT { MATCH (o)<-[:OPERATED_BY]-(a) RETURN sum(a.exchanges) }[0] AS exchanges
