// title: In which waves did it sign up?
// purpose: Hours in which an operator's accounts were created, against all sign-ups of the platform in the same hour.
// param: operator string, the operator's id
// param: limit integer = 24, how many hours at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY]-(a:Account) WHERE a.createdAt IS NOT NULL
WITH datetime.truncate('hour', a.createdAt) AS hour, count(*) AS signups
WITH hour, signups, COUNT { MATCH (b:Account) WHERE hour <= b.createdAt < hour + duration('PT1H') } AS platform
RETURN hour, signups, platform, 1.0 * signups / platform AS share ORDER BY share DESC, signups DESC, hour LIMIT $limit
