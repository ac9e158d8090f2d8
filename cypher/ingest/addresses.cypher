// purpose: accounts used addresses; counts are added, times widened
// param: rows list, [account, address, count, first, last] each, sorted by address
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS fact, row[2] AS count, row[3] AS first, row[4] AS last
MERGE (f:IpAddress {address: fact})
MERGE (a:Account {id: account})
MERGE (a)-[u:USED_IP]->(f)
ON CREATE SET u.firstSeen = first, u.lastSeen = last, u.count = count
ON MATCH SET
  u.firstSeen = CASE WHEN first < u.firstSeen THEN first ELSE u.firstSeen END,
  u.lastSeen = CASE WHEN last > u.lastSeen THEN last ELSE u.lastSeen END,
  u.count = u.count + count
