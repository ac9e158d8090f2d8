// purpose: one node a resolution that changed something
CREATE CONSTRAINT resolution_run_id IF NOT EXISTS FOR (n:ResolutionRun) REQUIRE n.id IS UNIQUE
