using LinkGraph.Cypher.Execution;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>Something that CALL runs.</summary>
/// <param name="Name">With its namespace.</param>
/// <param name="Inputs">Names of its arguments, and of what types.</param>
/// <param name="Outputs">Names of its columns; none for one that only acts.</param>
/// <param name="Writes">It changes the graph.</param>
/// <param name="Run">Gives its rows, a value a column.</param>
internal sealed record Procedure(
    string Name, IReadOnlyList<(string Name, string Type)> Inputs, IReadOnlyList<(string Name, string Type)> Outputs, bool Writes,
    Func<ExecutionState, Value[], IEnumerable<Value[]>> Run);
