// purpose: how far a source has been written
// param: source string, the source's name
MATCH (c:Checkpoint {source: $source}) WHERE c.seq IS NOT NULL
RETURN c.seq AS seq, c.position AS position, c.fingerprint AS fingerprint
