// purpose: ends operators that no longer stand. The node stays, for history: an id once published always resolves.
// param: operators list, ids
// param: at datetime, time of publication
UNWIND $operators AS operator
MATCH (o:Operator {id: operator})
SET o.size = 0, o.endedAt = $at, o.updatedAt = $at
