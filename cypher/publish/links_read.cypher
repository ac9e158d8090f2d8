// purpose: the links that are published, account by account
MATCH (a:Account)-[l:LINKED_TO]->(b)
RETURN a.id AS account, collect([b.id, l.bits, l.facets]) AS links
