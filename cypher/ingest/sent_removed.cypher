// purpose: takes back what is no use of a template any more
// param: rows list, [account, signature] each
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS signature
MATCH (a:Account {id: account}) MATCH (p:PromptSignature {id: signature})
MATCH (a)-[u:SENT]->(p)
DELETE u
