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
    Func<ExecutionState, Value[], IEnumerable<Value[]>> Run)
{
    /// <summary>For SHOW PROCEDURES.</summary>
    public string Description { get; init; } = "";

    /// <summary>Values of the last arguments, which may be left out.</summary>
    public IReadOnlyList<Value> Defaults { get; init; } = [];

    /// <summary>It tells of the server, not of the graph.</summary>
    public bool IsOfServer => Name.StartsWith("dbms.", StringComparison.Ordinal);

    /// <summary>The value of an argument that is left out; null where none may be.</summary>
    public Value? DefaultOf(int argument) => argument - (Inputs.Count - Defaults.Count) is var i and >= 0 ? Defaults[i] : null;
}
