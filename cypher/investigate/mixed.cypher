// title: Pure extraction, or mixed with other traffic?
// purpose: By operator: the share of what it sends by template that comes from templates which are its own (four fifths of their accounts or more are members).
// param: limit integer = 100, how many operators at most
MATCH (o:Operator)<-[:OPERATED_BY]-(a)-[s:SENT]->(p:PromptSignature)
WITH o, p, count(*) AS senders, sum(s.count) AS uses
WITH o, uses, senders >= 0.8 * COUNT { (p)<-[:SENT]-() } AS own
WITH o, sum(uses) AS uses, sum(CASE WHEN own THEN uses ELSE 0 END) AS ownUses
RETURN o.id AS operator, uses, 1.0 * ownUses / uses AS ownShare ORDER BY uses DESC, operator LIMIT $limit
