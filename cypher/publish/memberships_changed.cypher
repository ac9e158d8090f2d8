// purpose: changes how confident memberships are; since stays while a membership lasts
// param: rows list, [account, operator, confidence] each, sorted by operator
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS operator, row[2] AS confidence
MATCH (a:Account {id: account}) MATCH (o:Operator {id: operator})
MATCH (a)-[m:OPERATED_BY]->(o)
SET m.confidence = confidence, m.run = $run
