// purpose: who sends the same prompt template
// facet: template
// family: script
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:PromptSignature)
RETURN f.id AS fact,
       COLLECT { MATCH (f)<-[u:SENT]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN [a.id, u.count] } AS members
