// purpose: who uses the same client
// facet: client
// family: client
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:Client)
CALL {
  WITH f
  MATCH (f)<-[u:USED_CLIENT]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
  RETURN collect(id(a)) AS accounts, collect(coalesce(u.count, 1)) AS weights
}
RETURN f.id AS fact, accounts, weights
