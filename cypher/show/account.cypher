// purpose: one account: what is known of it, its operator, and the operators it belonged to before
// param: account string, the account's id
MATCH (a:Account {id: $account})
OPTIONAL MATCH (a)-[m:OPERATED_BY]->(o:Operator)
RETURN properties(a) AS account, o.id AS operator, m.confidence AS confidence, m.since AS since,
       COLLECT { MATCH (a)-[w:WAS_OPERATED_BY]->(p) RETURN [p.id, w.from, w.to, w.run] } AS history
