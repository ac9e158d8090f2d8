// purpose: brings the time in which operators' members were seen with the facts of the summary up to date; only what differs is written
MATCH (o:Operator)-[u:USES]->(f)<-[r:PAID_WITH|USED_IP|SENT|USED_CLIENT]-(a)-[:OPERATED_BY]->(o)
WITH u, min(r.firstSeen) AS first, max(r.lastSeen) AS last
WHERE (first IS NOT NULL AND (u.firstSeen IS NULL OR first <> u.firstSeen)) OR (last IS NOT NULL AND (u.lastSeen IS NULL OR last <> u.lastSeen))
SET u.firstSeen = first, u.lastSeen = last
RETURN count(*) AS changed
