// purpose: makes accounts members of operators, or changes how confident that is; since stays while a membership lasts
// param: rows list, [account, operator, confidence] each, sorted by operator
// param: at datetime, time of publication
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS operator, row[2] AS confidence
MATCH (o:Operator {id: operator})
MERGE (a:Account {id: account})
MERGE (a)-[m:OPERATED_BY]->(o)
ON CREATE SET m.since = $at, m.confidence = confidence, m.run = $run
ON MATCH SET m.confidence = confidence, m.run = $run
