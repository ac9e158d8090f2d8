// purpose: the operators that stand, largest first
// param: limit integer = 1000, how many at most
MATCH (o:Operator) WHERE o.size > 0
RETURN o.id AS operator, o.kind AS kind, o.size AS size, o.confidence AS confidence, o.boundBy AS boundBy,
       o.createdAt AS createdAt, o.updatedAt AS updatedAt
ORDER BY size DESC, operator LIMIT $limit
