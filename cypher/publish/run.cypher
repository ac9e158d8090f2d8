// purpose: records a resolution that changed something
// param: run string, the run's id
// param: properties map, startedAt, publishedAt and counts of what was written
MERGE (r:ResolutionRun {id: $run})
SET r += $properties
