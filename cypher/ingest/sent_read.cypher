// purpose: every use of a prompt template, template by template
MATCH (p:PromptSignature)
RETURN p.id AS signature, COLLECT { MATCH (p)<-[u:SENT]-(a) RETURN [a.id, u.count, u.firstSeen, u.lastSeen] } AS uses
