// purpose: which records have which values, spelt how; an id says field, kind and value
// facet: attribute
// family: identity
// role: compares
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:Attribute)
RETURN f.id AS fact, COLLECT { MATCH (f)<-[:HAS]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN id(a) } AS accounts
