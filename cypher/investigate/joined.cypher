// title: What joined operators that are half banned?
// purpose: Active accounts that became members since a time, in operators a share of whose members is banned; with the operators they came from.
// param: since datetime = 1970-01-01T00:00:00Z, joined since
// param: share float = 0.5, share of members that must be banned, 0 to 1
MATCH (o:Operator)<-[m:OPERATED_BY]-(a:Account)
WITH o, count(a) AS members, sum(CASE a.status WHEN 'banned' THEN 1 ELSE 0 END) AS banned,
     collect(CASE WHEN a.status = 'active' AND m.since >= $since THEN a.id END) AS joined
WHERE banned >= $share * members AND size(joined) > 0
RETURN o.id AS operator, members, banned, size(joined) AS stillActive, joined[..20] AS examples,
       COLLECT { MATCH (p)-[b:BECAME]->(o) WHERE b.at >= $since RETURN b.kind + ' ' + p.id } AS lineage
ORDER BY stillActive DESC, operator
