// title: Who moved to a new model at once?
// purpose: Operators whose members first used a model within a day of its release.
// param: model string, the model's id
MATCH (m:Model {id: $model})<-[u:USED_MODEL]-(a)-[:OPERATED_BY]->(o:Operator)
WHERE m.releasedAt <= u.firstSeen <= m.releasedAt + duration('P1D')
WITH o, count(a) AS pivoted
RETURN o.id AS operator, pivoted, 1.0 * pivoted / COUNT { (o)<-[:OPERATED_BY]-() } AS share ORDER BY share DESC, pivoted DESC, operator
