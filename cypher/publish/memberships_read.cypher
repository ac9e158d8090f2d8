// purpose: the memberships that are published, operator by operator
MATCH (o:Operator) WHERE o.size > 0
RETURN o.id AS operator, COLLECT { MATCH (o)<-[m:OPERATED_BY]-(a) RETURN [a.id, m.confidence] } AS members
