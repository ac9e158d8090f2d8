// purpose: models and when they were released; where two records differ the later time stays
// param: rows list, [model, releasedAt] each
UNWIND $rows AS row
WITH row[0] AS model, row[1] AS releasedAt
MERGE (m:Model {id: model})
SET m.releasedAt = CASE WHEN releasedAt > m.releasedAt THEN releasedAt ELSE coalesce(m.releasedAt, releasedAt) END
