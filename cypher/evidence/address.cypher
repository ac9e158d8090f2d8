// purpose: who comes from the same address
// facet: address
// family: network
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:IpAddress)
RETURN f.address AS fact,
       COLLECT { MATCH (f)<-[u:USED_IP]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN [a.id, u.count] } AS members
