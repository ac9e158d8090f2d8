// purpose: what a run has written, where its transaction was committed although the answer got lost
// param: run string, the run's id
MATCH (r:ResolutionRun {id: $run})
RETURN properties(r) AS properties
