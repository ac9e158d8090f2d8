namespace LinkGraph.Cypher.Execution;

/// <summary>
/// Stands for one more row. The row itself is one array for the whole statement, a slot for each variable: an operator writes its own slots and
/// leaves the others alone, so rows cost nothing to pass on. What has to outlive the next row is copied (<see cref="SavedRows"/>).
/// </summary>
internal readonly struct Row;
