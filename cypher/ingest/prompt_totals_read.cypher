// purpose: every account's prompt totals
MATCH (a:Account) WHERE a.prompts IS NOT NULL
RETURN a.id AS account, a.prompts AS prompts, a.ownPrompts AS ownPrompts
