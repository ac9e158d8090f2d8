// title: What do these two accounts share?
// purpose: Every fact that two accounts have in common, how rare it is, how many of its accounts belong to no operator, and when each used it.
// param: a string, id of one account
// param: b string, id of the other account
MATCH (:Account {id: $a})-[r:PAID_WITH|USED_IP|SENT|USED_CLIENT|USED_MODEL|ACTIVE_IN]->(f)
      <-[s:PAID_WITH|USED_IP|SENT|USED_CLIENT|USED_MODEL|ACTIVE_IN]-(:Account {id: $b})
RETURN type(r) AS facet, coalesce(f.fingerprint, f.address, f.id, toString(f.start)) AS fact,
       COUNT { (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT|USED_MODEL|ACTIVE_IN]-() } AS sharers,
       COUNT { (f)<-[:PAID_WITH|USED_IP|SENT|USED_CLIENT|USED_MODEL|ACTIVE_IN]-(h) WHERE NOT (h)-[:OPERATED_BY]->() } AS unattached,
       r{.firstSeen, .lastSeen, .count} AS a, s{.firstSeen, .lastSeen, .count} AS b
ORDER BY sharers, facet, fact
