// purpose: who is active in the same sampled minutes
// facet: minute
// family: rhythm
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:TimeWindow)
CALL {
  WITH f
  MATCH (f)<-[u:ACTIVE_IN]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
  RETURN collect(id(a)) AS accounts, collect(coalesce(u.count, 1)) AS weights
}
RETURN toString(f.start) AS fact, accounts, weights
