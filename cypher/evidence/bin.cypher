// purpose: whose payment methods come from the same issuer (BIN)
// facet: bin
// family: money
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:PaymentMethod)<-[:PAID_WITH]-(a:Account) WHERE f.bin IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
WITH f.bin AS fact, a, count(*) AS methods
RETURN fact, collect(id(a)) AS accounts, collect(methods) AS weights
