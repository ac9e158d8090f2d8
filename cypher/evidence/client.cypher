// purpose: who uses the same client
// facet: client
// family: client
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:Client)
RETURN f.id AS fact,
       COLLECT { MATCH (f)<-[u:USED_CLIENT]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN [a.id, u.count] } AS members
