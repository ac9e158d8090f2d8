// purpose: accounts were active in sampled minutes; counts are added
// param: rows list, [account, start, count] each, sorted by start
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS start, row[2] AS count
MERGE (w:TimeWindow {start: start})
MERGE (a:Account {id: account})
MERGE (a)-[u:ACTIVE_IN]->(w)
ON CREATE SET u.count = count
ON MATCH SET u.count = u.count + count
