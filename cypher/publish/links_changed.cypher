// purpose: brings links up to date that stay among the strongest
// param: rows list, [from, to, bits, facets] each, from being the smaller id
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS from, row[1] AS to, row[2] AS bits, row[3] AS facets
MATCH (a:Account {id: from}) MATCH (b:Account {id: to})
MATCH (a)-[l:LINKED_TO]->(b)
SET l.bits = bits, l.facets = facets, l.run = $run
