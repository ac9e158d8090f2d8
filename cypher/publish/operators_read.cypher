// purpose: the operators that are published, with all their properties
MATCH (o:Operator) WHERE o.size > 0
RETURN o.id AS operator, properties(o) AS properties
