// purpose: who signed up on the same day (UTC)
// facet: signup_day
// family: rhythm
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (a:Account) WHERE a.createdAt IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
RETURN toString(date(datetime({datetime: a.createdAt, timezone: 'Z'}))) AS fact, collect([a.id, 1]) AS members
