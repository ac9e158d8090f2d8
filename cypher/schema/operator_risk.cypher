// purpose: operators by risk
CREATE INDEX operator_risk IF NOT EXISTS FOR (n:Operator) ON (n.risk)
