// purpose: summarises operators by the facts of facet attribute; a facet without such a file is kept in Operator.traits instead
// param: rows list, [operator, fact, accounts, share, lift] each
UNWIND $rows AS row
WITH row[0] AS operator, row[1] AS fact, row[2] AS accounts, row[3] AS share, row[4] AS lift
MATCH (o:Operator {id: operator}) MATCH (f:Attribute {id: fact})
MERGE (o)-[u:USES]->(f)
SET u.facet = 'attribute', u.fact = fact, u.accounts = accounts, u.share = share, u.lift = lift
