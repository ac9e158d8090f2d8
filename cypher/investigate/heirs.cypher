// title: Who took over from the banned?
// purpose: Active accounts that took up two kinds of fact of an operator's banned accounts within hours of their last activity.
// param: operator string, the operator's id
// param: maxDegree integer = 200, facts that more accounts than this have are passed over
// param: hours integer = 72, how soon after the last activity of a banned account
// param: limit integer = 100, how many at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY|WAS_OPERATED_BY]-(x:Account {status: 'banned'})-[:PAID_WITH|USED_IP|SENT]->(f)
WITH f, collect(DISTINCT {id: x.id, from: x.lastActivity, to: x.lastActivity + duration({hours: $hours})}) AS banned
WHERE COUNT { (f)<-[:PAID_WITH|USED_IP|SENT]-() } <= $maxDegree
MATCH (f)<-[s:PAID_WITH|USED_IP|SENT]-(y:Account {status: 'active'})
UNWIND [x IN banned WHERE x.from < s.firstSeen <= x.to | x.id] AS predecessor
WITH y, count(DISTINCT predecessor) AS predecessors, collect(DISTINCT type(s)) AS took, min(s.firstSeen) AS since WHERE size(took) > 1
OPTIONAL MATCH (y)-[:OPERATED_BY]->(o:Operator)
RETURN y.id AS heir, o.id AS operator, predecessors, took, since ORDER BY predecessors DESC, heir LIMIT $limit
