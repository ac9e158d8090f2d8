// purpose: makes accounts' use of prompt templates equal to the rows (absolute: nothing is added up)
// param: rows list, [account, signature, count, first, last] each, sorted by signature
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS signature, row[2] AS count, row[3] AS first, row[4] AS last
MERGE (p:PromptSignature {id: signature})
MERGE (a:Account {id: account})
MERGE (a)-[u:SENT]->(p)
SET u.firstSeen = first, u.lastSeen = last, u.count = count
