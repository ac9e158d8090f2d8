// purpose: every account with its node, how many of its exchanges had a prompt, and how many of those show no template of anybody else's
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (a:Account) WHERE $accounts IS NULL OR a.id IN $accounts
RETURN id(a) AS node, a.id AS account, coalesce(a.prompts, 0) AS prompts, coalesce(a.ownPrompts, 0) AS ownPrompts
