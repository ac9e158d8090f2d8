// purpose: makes accounts members of operators. CREATE, because the publication has read, under its lock, that they are none yet.
// param: rows list, [account, operator, confidence] each, sorted by operator
// param: at datetime, time of publication
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS operator, row[2] AS confidence
MATCH (o:Operator {id: operator})
MERGE (a:Account {id: account})
CREATE (a)-[:OPERATED_BY {since: $at, confidence: confidence, run: $run}]->(o)
