// purpose: sign-up waves ask for accounts by the time they were created
CREATE INDEX account_created_at IF NOT EXISTS FOR (n:Account) ON (n.createdAt)
