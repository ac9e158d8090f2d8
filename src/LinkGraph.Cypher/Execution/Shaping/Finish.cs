using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>Runs its input to the end and gives no row.</summary>
internal sealed class Finish(Operator input) : Operator
{
    public override string Name => "EmptyResult";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var _ in input.Rows(state, row))
        {
        }

        yield break;
    }
}

/// <summary>Runs its input to the end and gives one row, whatever that gave.</summary>
internal sealed class Drain(Operator input) : Operator
{
    public override string Name => "EmptyResult";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var _ in input.Rows(state, row))
        {
        }

        yield return default;
    }
}
