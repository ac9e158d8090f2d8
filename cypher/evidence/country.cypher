// purpose: who is of the same country: what people there have in common is no evidence
// facet: country
// family: context
// role: conditions
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (a:Account) WHERE a.country IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
RETURN a.country AS fact, collect(id(a)) AS accounts
