// purpose: one node a sampled minute
CREATE CONSTRAINT time_window_start IF NOT EXISTS FOR (n:TimeWindow) REQUIRE n.start IS UNIQUE
