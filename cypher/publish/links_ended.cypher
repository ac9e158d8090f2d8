// purpose: removes links that are no longer among the strongest
// param: rows list, [from, to] each
UNWIND $rows AS row
WITH row[0] AS from, row[1] AS to
MATCH (a:Account {id: from}) MATCH (b:Account {id: to})
MATCH (a)-[l:LINKED_TO]->(b)
DELETE l
