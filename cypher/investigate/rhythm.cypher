// title: When is it active?
// purpose: Hours in which most of an operator is active in the sampled minutes, against the platform in the same hour.
// param: operator string, the operator's id
// param: limit integer = 48, how many hours at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY]-(a)-[x:ACTIVE_IN]->(w:TimeWindow)
WITH datetime.truncate('hour', w.start) AS hour, count(DISTINCT a) AS active, count(*) AS minutes, sum(x.count) AS exchanges
WITH hour, active, minutes, exchanges,
     COUNT { MATCH (v:TimeWindow)<-[:ACTIVE_IN]-() WHERE hour <= v.start < hour + duration('PT1H') } AS platform
RETURN hour, active, exchanges, 1.0 * minutes / platform AS share ORDER BY share DESC, active DESC, hour LIMIT $limit
