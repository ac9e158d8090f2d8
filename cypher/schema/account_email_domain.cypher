// purpose: accounts of a mail domain
CREATE INDEX account_email_domain IF NOT EXISTS FOR (n:Account) ON (n.emailDomain)
