// purpose: the strongest ties between members of an operator
// param: operator string, the operator's id
// param: limit integer = 100, how many at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY]-(a:Account)-[l:LINKED_TO]->(b:Account)
RETURN a.id AS a, b.id AS b, l.bits AS bits, l.facets AS facets
ORDER BY bits DESC, a, b LIMIT $limit
