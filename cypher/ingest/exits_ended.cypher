// purpose: addresses are exits of no other proxy than the one given, or of none
// param: rows list, [address, proxy or null] each
UNWIND $rows AS row
WITH row[0] AS address, row[1] AS proxy
MATCH (i:IpAddress {address: address})
MATCH (i)-[e:EXIT_OF]->(x) WHERE proxy IS NULL OR x.id <> proxy
DELETE e
