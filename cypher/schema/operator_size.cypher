// purpose: operators by size
CREATE INDEX operator_size IF NOT EXISTS FOR (n:Operator) ON (n.size)
