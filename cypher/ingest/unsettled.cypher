// purpose: a row if an ingest ended before prompt templates and exits of proxies followed what it had written
MATCH (c:Checkpoint {source: ''}) WHERE c.unsettled
RETURN c.unsettled AS unsettled
