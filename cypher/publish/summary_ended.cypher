// purpose: removes facts from the summary of operators
// param: rows list, [operator, facet, fact] each
UNWIND $rows AS row
WITH row[0] AS operator, row[1] AS facet, row[2] AS fact
MATCH (o:Operator {id: operator})
MATCH (o)-[u:USES]->() WHERE u.facet = facet AND u.fact = fact
DELETE u
