using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Every node.</summary>
internal sealed class AllNodesScan(int slot) : Operator
{
    public int Slot => slot;

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var node in state.View.Nodes())
        {
            state.Check();
            row[slot] = Value.Node(node);
            yield return default;
        }
    }
}

/// <summary>Every node with a label.</summary>
internal sealed class NodeByLabelScan(int slot, string label) : Operator
{
    public int Slot => slot;

    public string Label => label;

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var token = state.View.Labels.Find(label);
        if (token < 0)
        {
            yield break;
        }

        foreach (var node in state.View.NodesWithLabel(token))
        {
            state.Check();
            row[slot] = Value.Node(node);
            yield return default;
        }
    }
}

/// <summary>The node of an id, or of each of a list of ids; ids may be integers or element ids.</summary>
internal sealed class NodeByIdSeek(int slot, Evaluator ids, bool element) : Operator
{
    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var value = ids(state, row);
        foreach (var id in value.Kind == ValueKind.List ? value.AsList().Distinct(EquivalenceComparer.Instance) : [value])
        {
            if (IdOf(id) is { } node && state.View.NodeExists(node))
            {
                row[slot] = Value.Node(node);
                yield return default;
            }
        }
    }

    private long? IdOf(Value id)
    {
        if (element)
        {
            return id.IsString ? ElementIds.Parse(id.AsString()) : null;
        }

        return id switch
        {
            { IsInteger: true } => id.AsInteger(),
            { IsFloat: true } when id.AsFloat() == Math.Floor(id.AsFloat()) => (long)id.AsFloat(),
            _ => null,
        };
    }
}
