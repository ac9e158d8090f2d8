// title: Which templates were rolled out?
// purpose: Prompt templates that many accounts began to send within the same hour.
// param: since datetime = 1970-01-01T00:00:00Z, only templates begun since
// param: min integer = 10, how many accounts must have begun within the hour
// param: limit integer = 50, how many at most
MATCH (p:PromptSignature) WHERE COUNT { (p)<-[:SENT]-() } >= $min
MATCH (a)-[s:SENT]->(p) WHERE s.firstSeen >= $since
WITH p, datetime.truncate('hour', s.firstSeen) AS hour, collect(a) AS starters WHERE size(starters) >= $min
WITH p, hour, size(starters) AS begun, COUNT { (p)<-[:SENT]-() } AS ever,
     COLLECT { UNWIND starters AS a MATCH (a)-[:OPERATED_BY]->(o) RETURN DISTINCT o.id } AS operators
RETURN p.id AS template, hour, begun AS starters, ever, operators
ORDER BY 1.0 * begun / ever DESC, starters DESC, template, hour LIMIT $limit
