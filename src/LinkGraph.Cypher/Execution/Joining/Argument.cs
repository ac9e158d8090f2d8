using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>The row as it stands, once: where a plan begins that has none, or the inner side of an <see cref="Apply"/>.</summary>
internal sealed class Argument : Operator
{
    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        yield return default;
    }
}
