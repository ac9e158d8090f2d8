// purpose: the identity of the graph, which ties a state folder to it, and the settings that shape its rows. Both are those of the run that
//   wrote first; until something is written the last run's settings stand. Kept on a checkpoint of no source.
// param: graph string, an identity for a graph that has none
// param: settings string, those of this run
MERGE (c:Checkpoint {source: ''})
SET c.graph = coalesce(c.graph, $graph)
WITH c, EXISTS { MATCH (b:Checkpoint) WHERE b.seq IS NOT NULL } AS written
SET c.settings = CASE WHEN written THEN coalesce(c.settings, $settings) ELSE $settings END
RETURN c.graph AS graph, c.settings AS settings, written
