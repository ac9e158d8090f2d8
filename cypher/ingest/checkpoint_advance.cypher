// purpose: moves a checkpoint that is locked already on to a batch; no row means that the batch, or a later one, has been applied. The graph's
//   identity notes that templates and exits of proxies do not follow the batch yet.
// param: source string, the source's name
// param: seq integer, the batch's number
// param: position integer, where the source goes on after the batch
// param: fingerprint string, of the beginning of the source
MATCH (c:Checkpoint {source: $source}) WHERE coalesce(c.seq, 0) < $seq
SET c.seq = $seq, c.position = $position, c.fingerprint = $fingerprint
WITH c
OPTIONAL MATCH (graph:Checkpoint {source: ''})
SET graph.unsettled = true
RETURN c.seq AS seq
