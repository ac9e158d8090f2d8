// title: Load kept just under a quota?
// purpose: How evenly operators spread their exchanges over members, and how many members stay just under a quota.
// param: quota integer = 1000, exchanges an account may make
// param: min integer = 10, operators with fewer active members than this are passed over
// param: limit integer = 50, how many operators at most
MATCH (o:Operator)<-[:OPERATED_BY]-(a:Account) WHERE a.exchanges > 0
WITH o, count(a) AS members, avg(a.exchanges) AS mean, stDev(a.exchanges) AS deviation,
     sum(CASE WHEN 0.9 * $quota <= a.exchanges <= $quota THEN 1 ELSE 0 END) AS nearQuota
WHERE members >= $min
RETURN o.id AS operator, members, mean, deviation / mean AS variation, nearQuota ORDER BY variation, operator LIMIT $limit
