// purpose: notes on the graph's identity that prompt templates and exits of proxies follow all that has been written (see checkpoint_advance)
MATCH (c:Checkpoint {source: ''}) WHERE c.unsettled
REMOVE c.unsettled
