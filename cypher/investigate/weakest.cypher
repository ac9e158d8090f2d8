// title: Which members hang on least?
// purpose: The members a lawyer would attack first: few links to other members, or links by one facet only.
// param: operator string, the operator's id
// param: limit integer = 100, how many at most
MATCH (o:Operator {id: $operator})<-[m:OPERATED_BY]-(a:Account)
OPTIONAL MATCH (a)-[l:LINKED_TO]-(b) WHERE (b)-[:OPERATED_BY]->(o)
WITH a, m, count(l) AS links, collect(l.facets) AS lists
WITH a, m, links, reduce(facets = [], list IN lists | facets + [facet IN list WHERE NOT facet IN facets]) AS facets
WHERE links < 2 OR size(facets) < 2
RETURN a.id AS account, m.confidence AS confidence, links, facets ORDER BY confidence, links, account LIMIT $limit
