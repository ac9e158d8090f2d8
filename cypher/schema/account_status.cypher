// purpose: what is banned, what is active
CREATE INDEX account_status IF NOT EXISTS FOR (n:Account) ON (n.status)
