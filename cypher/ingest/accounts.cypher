// purpose: what accounts records say. What is null leaves what the graph holds; where two records differ the larger value stays, and the
//   status that was set last (then the larger), so that the order of records does not matter.
// param: rows list, [account, createdAt, emailKey, emailDomain, emailShape, country, orgId, status, statusAt] each
UNWIND $rows AS row
WITH row[0] AS account, row[1] AS createdAt, row[2] AS emailKey, row[3] AS emailDomain, row[4] AS emailShape, row[5] AS country,
     row[6] AS orgId, row[7] AS status, row[8] AS statusAt, datetime('0001-01-01T00:00:00Z') AS never
MERGE (a:Account {id: account})
SET a.createdAt = CASE WHEN createdAt > a.createdAt THEN createdAt ELSE coalesce(a.createdAt, createdAt) END,
    a.emailKey = CASE WHEN emailKey > a.emailKey THEN emailKey ELSE coalesce(a.emailKey, emailKey) END,
    a.emailDomain = CASE WHEN emailDomain > a.emailDomain THEN emailDomain ELSE coalesce(a.emailDomain, emailDomain) END,
    a.emailShape = CASE WHEN emailShape > a.emailShape THEN emailShape ELSE coalesce(a.emailShape, emailShape) END,
    a.country = CASE WHEN country > a.country THEN country ELSE coalesce(a.country, country) END,
    a.orgId = CASE WHEN orgId > a.orgId THEN orgId ELSE coalesce(a.orgId, orgId) END,
    a.status = CASE
      WHEN status IS NULL THEN a.status
      WHEN a.status IS NULL THEN status
      WHEN coalesce(statusAt, never) > coalesce(a.statusAt, never) THEN status
      WHEN coalesce(statusAt, never) = coalesce(a.statusAt, never) AND status > a.status THEN status
      ELSE a.status END,
    a.statusAt = CASE WHEN status IS NOT NULL AND statusAt > coalesce(a.statusAt, never) THEN statusAt ELSE a.statusAt END
