// purpose: who comes through the same proxy service
// facet: proxy
// family: network
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:Proxy)
CALL {
  WITH f
  MATCH (f)<-[:EXIT_OF]-()<-[u:USED_IP]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
  WITH a, sum(coalesce(u.count, 1)) AS uses
  RETURN collect(id(a)) AS accounts, collect(uses) AS weights
}
RETURN f.id AS fact, accounts, weights
