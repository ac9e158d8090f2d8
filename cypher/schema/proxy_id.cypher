// purpose: one node a proxy service
CREATE CONSTRAINT proxy_id IF NOT EXISTS FOR (n:Proxy) REQUIRE n.id IS UNIQUE
