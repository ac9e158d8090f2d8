// purpose: who sends the same prompt template
// facet: template
// family: script
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:PromptSignature)
CALL {
  WITH f
  MATCH (f)<-[u:SENT]-(a) WHERE $accounts IS NULL OR a.id IN $accounts
  RETURN collect(id(a)) AS accounts, collect(coalesce(u.count, 1)) AS weights
}
RETURN f.id AS fact, accounts, weights
