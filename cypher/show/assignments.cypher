// purpose: every member of every operator, as the assignments file lists them
MATCH (o:Operator)<-[:OPERATED_BY]-(a:Account)
RETURN a.id AS account, o.id AS operator ORDER BY account
