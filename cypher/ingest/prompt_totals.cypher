// purpose: makes accounts' prompt totals equal to the rows
// param: rows list, [account, prompts, ownPrompts] each
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS prompts, row[2] AS ownPrompts
MERGE (a:Account {id: account})
SET a.prompts = prompts, a.ownPrompts = ownPrompts
