// purpose: who pays with the same payment method
// facet: payment_method
// family: money
// role: binds
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (f:PaymentMethod)
RETURN f.fingerprint AS fact, COLLECT { MATCH (f)<-[:PAID_WITH]-(a) WHERE $accounts IS NULL OR a.id IN $accounts RETURN id(a) } AS accounts
