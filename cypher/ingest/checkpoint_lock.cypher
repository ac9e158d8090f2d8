// purpose: takes the write lock of a source's checkpoint, before anything of it is read. A statement of its own: in one statement with the
//   comparison Neo4j may read seq before it takes the lock, and two writers would both go on.
// param: source string, the source's name
MERGE (c:Checkpoint {source: $source})
SET c.locked = true
