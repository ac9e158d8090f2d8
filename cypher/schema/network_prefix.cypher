// purpose: one node a proxy network (an address or a CIDR prefix)
CREATE CONSTRAINT network_prefix IF NOT EXISTS FOR (n:Network) REQUIRE n.prefix IS UNIQUE
