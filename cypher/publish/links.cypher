// purpose: links members by their strongest ties. CREATE, because the publication has read, under its lock, that they are not linked yet.
// param: rows list, [from, to, bits, facets] each, from being the smaller id
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS from, row[1] AS to, row[2] AS bits, row[3] AS facets
MATCH (a:Account {id: from}) MATCH (b:Account {id: to})
CREATE (a)-[:LINKED_TO {bits: bits, facets: facets, run: $run}]->(b)
