// purpose: the resolutions that changed something, latest first
// param: limit integer = 20, how many at most
MATCH (r:ResolutionRun)
RETURN r.id AS run, properties(r) AS properties
ORDER BY r.startedAt DESC, run LIMIT $limit
