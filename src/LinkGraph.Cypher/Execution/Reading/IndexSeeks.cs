using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Nodes of an index whose first properties have given values; a list of values (from IN) asks for each of them.</summary>
internal sealed class NodeIndexSeek(int slot, IndexDescriptor index, Evaluator[] values, bool anyOfList) : Operator
{
    public override string Name => index.IsUnique ? "NodeUniqueIndexSeek" : "NodeIndexSeek";

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var wanted = Array.ConvertAll(values, v => v(state, row));
        if (!anyOfList)
        {
            return Seek(state, row, wanted);
        }

        return wanted[0].Kind == ValueKind.List
            ? wanted[0].AsList().Distinct(EquivalenceComparer.Instance).SelectMany(v => Seek(state, row, [v]))
            : [];
    }

    private IEnumerable<Row> Seek(ExecutionState state, Value[] row, Value[] wanted)
    {
        foreach (var node in state.View.SeekIndex(index, wanted))
        {
            state.Check();
            row[slot] = Value.Node(node);
            yield return default;
        }
    }
}

/// <summary>Nodes of an index whose first property lies between bounds; a bound that is null finds nothing.</summary>
internal sealed class NodeIndexRangeSeek(int slot, IndexDescriptor index, (Evaluator Value, bool Inclusive)? lower, (Evaluator Value, bool Inclusive)? upper) : Operator
{
    public override string Name => "NodeIndexSeekByRange";

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var (from, to) = (Bound(lower, state, row), Bound(upper, state, row));
        if ((lower is not null && from.IsNone) || (upper is not null && to.IsNone))
        {
            yield break;
        }

        foreach (var node in state.View.SeekIndexRange(index, [], from, to))
        {
            state.Check();
            row[slot] = Value.Node(node);
            yield return default;
        }
    }

    private static Bound Bound((Evaluator Value, bool Inclusive)? bound, ExecutionState state, Value[] row) =>
        bound is { } b ? new Bound(b.Value(state, row), b.Inclusive) : Storage.Bound.None;
}

/// <summary>Nodes of an index whose first property is a string with a prefix.</summary>
internal sealed class NodeIndexPrefixSeek(int slot, IndexDescriptor index, Evaluator prefix) : Operator
{
    public override string Name => "NodeIndexSeekByRange";

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var text = prefix(state, row);
        if (!text.IsString)
        {
            yield break;
        }

        foreach (var node in state.View.SeekIndexPrefix(index, [], text.AsString()))
        {
            state.Check();
            row[slot] = Value.Node(node);
            yield return default;
        }
    }
}
