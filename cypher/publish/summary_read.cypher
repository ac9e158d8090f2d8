// purpose: the facts that published operators are summarised by
MATCH (o:Operator)-[u:USES]->()
RETURN o.id AS operator, collect([u.facet, u.fact, u.accounts, u.share, u.lift]) AS uses
