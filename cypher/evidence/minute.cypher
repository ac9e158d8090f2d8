// purpose: who is active in the same sampled minutes
// facet: minute
// family: rhythm
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:TimeWindow)
RETURN toString(f.start) AS fact,
       COLLECT { MATCH (f)<-[u:ACTIVE_IN]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN [a.id, u.count] } AS members
