// purpose: brings the time in which operators' members were seen with the facts of the summary up to date; only what differs is written
MATCH (o:Operator)-[u:USES]->(f)
CALL {
  WITH o, f
  MATCH (f)<-[r:PAID_WITH|USED_IP|SENT|USED_CLIENT]-(a)-[:OPERATED_BY]->(o)
  RETURN min(r.firstSeen) AS first, max(r.lastSeen) AS last
}
WITH u, first, last WHERE (first IS NOT NULL AND first <> coalesce(u.firstSeen, 0)) OR (last IS NOT NULL AND last <> coalesce(u.lastSeen, 0))
SET u.firstSeen = first, u.lastSeen = last
RETURN count(*) AS changed
