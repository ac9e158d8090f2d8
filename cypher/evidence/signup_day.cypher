// purpose: who signed up on the same day (UTC)
// facet: signup_day
// family: rhythm
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (a:Account) WHERE a.createdAt IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
WITH floor(a.createdAt.epochSeconds / 86400.0) AS day, collect(id(a)) AS accounts
RETURN toString(date('1970-01-01') + duration({days: toInteger(day)})) AS fact, accounts
