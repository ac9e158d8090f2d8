// purpose: what the members of an operator share, most telling first
// param: operator string, the operator's id
// param: limit integer = 100, how many at most
MATCH (o:Operator {id: $operator})-[u:USES]->(f)
RETURN u.facet AS facet, u.fact AS fact, u.accounts AS accounts, u.share AS share, u.lift AS lift, f.accounts AS everywhere,
       u.firstSeen AS firstSeen, u.lastSeen AS lastSeen
ORDER BY accounts * log(CASE WHEN lift > 1.0 THEN lift ELSE 1.0 END) DESC, facet, fact LIMIT $limit
