// purpose: who has a mail address of the same domain
// facet: mail_domain
// family: identity
// role: confirms
// param: accounts list = null, ids of the accounts to read; null: all
MATCH (a:Account) WHERE a.emailDomain IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
RETURN a.emailDomain AS fact, collect(id(a)) AS accounts
