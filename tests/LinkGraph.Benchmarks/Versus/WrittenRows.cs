namespace LinkGraph.Benchmarks.Versus;

/// <summary>Rows that one run of a statement of cypher/ingest takes.</summary>
internal sealed record WrittenRows(string Query, object[] Rows);
