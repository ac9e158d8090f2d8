// purpose: ends memberships and keeps them as history
// param: rows list, [account, operator] each, sorted by operator
// param: at datetime, time of publication
// param: run string, the run's id
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS operator
MATCH (a:Account {id: account}) MATCH (o:Operator {id: operator})
MATCH (a)-[m:OPERATED_BY]->(o)
CREATE (a)-[:WAS_OPERATED_BY {from: m.since, to: $at, run: $run}]->(o)
DELETE m
