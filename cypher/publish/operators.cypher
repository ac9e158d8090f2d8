// purpose: creates or updates operators; a property given as null is removed. One that had ended begins again under its id.
// param: rows list, [operator, properties] each
// param: at datetime, time of publication
UNWIND $rows AS row
WITH row[0] AS operator, row[1] AS properties
MERGE (o:Operator {id: operator})
ON CREATE SET o.createdAt = $at
SET o += properties, o.updatedAt = $at, o.endedAt = null
