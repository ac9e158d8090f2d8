// purpose: who comes from the same address
// facet: address
// family: network
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:IpAddress)
CALL {
  WITH f
  MATCH (f)<-[u:USED_IP]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
  RETURN collect(id(a)) AS accounts, collect(coalesce(u.count, 1)) AS weights
}
RETURN f.address AS fact, accounts, weights
