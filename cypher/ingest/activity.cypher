// purpose: adds what accounts did in a batch to what they did before
// param: rows list, [account, exchanges, inputTokens, outputTokens, first, last] each
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS exchanges, row[2] AS inputTokens, row[3] AS outputTokens, row[4] AS first, row[5] AS last
MERGE (a:Account {id: account})
SET a.exchanges = coalesce(a.exchanges, 0) + exchanges,
    a.inputTokens = coalesce(a.inputTokens, 0) + inputTokens,
    a.outputTokens = coalesce(a.outputTokens, 0) + outputTokens,
    a.firstActivity = CASE WHEN first < a.firstActivity THEN first ELSE coalesce(a.firstActivity, first) END,
    a.lastActivity = CASE WHEN last > a.lastActivity THEN last ELSE coalesce(a.lastActivity, last) END
