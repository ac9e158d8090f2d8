// purpose: who comes through the same proxy service
// facet: proxy
// family: network
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:Proxy)
RETURN f.id AS fact,
       COLLECT {
         MATCH (f)<-[:EXIT_OF]-()<-[u:USED_IP]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
         WITH a, sum(u.count) AS uses
         RETURN [a.id, uses]
       } AS members
