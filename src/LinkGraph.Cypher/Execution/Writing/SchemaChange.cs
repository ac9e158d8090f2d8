using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>A schema command: it runs once and gives no row.</summary>
internal sealed class SchemaChange(string name, Action<ExecutionState> change) : Operator
{
    public override string Name => name;

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        change(state);
        yield break;
    }
}
