// purpose: accounts paid with payment methods; where two records differ in kind, BIN or country the larger value stays
// param: rows list, [account, fingerprint, kind, bin, country, first, last] each; all but the first two may be null
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS fingerprint, row[2] AS kind, row[3] AS bin, row[4] AS country, row[5] AS first, row[6] AS last
MERGE (p:PaymentMethod {fingerprint: fingerprint})
SET p.kind = CASE WHEN kind > p.kind THEN kind ELSE coalesce(p.kind, kind) END,
    p.bin = CASE WHEN bin > p.bin THEN bin ELSE coalesce(p.bin, bin) END,
    p.country = CASE WHEN country > p.country THEN country ELSE coalesce(p.country, country) END
MERGE (a:Account {id: account})
MERGE (a)-[u:PAID_WITH]->(p)
SET u.firstSeen = CASE WHEN first < u.firstSeen THEN first ELSE coalesce(u.firstSeen, first) END,
    u.lastSeen = CASE WHEN last > u.lastSeen THEN last ELSE coalesce(u.lastSeen, last) END
