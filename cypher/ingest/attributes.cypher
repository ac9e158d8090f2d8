// purpose: records of mapped sources have values; the same value of the same field and kind is one node
// param: rows list, [account, id, field, kind, value] each, sorted by id
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS id, row[2] AS field, row[3] AS kind, row[4] AS value
MERGE (f:Attribute {id: id})
ON CREATE SET f.field = field, f.kind = kind, f.value = value
MERGE (a:Account {id: account})
MERGE (a)-[:HAS]->(f)
