// purpose: refreshes the number of accounts that facts of this kind have; only what differs is written, at most $limit at a time
// param: limit integer, how many to write in one transaction
MATCH (f:Attribute)
WITH f, COUNT { (f)<-[:HAS]-() } AS accounts WHERE accounts <> coalesce(f.accounts, -1)
WITH f, accounts LIMIT $limit
SET f.accounts = accounts
RETURN count(*) AS changed
