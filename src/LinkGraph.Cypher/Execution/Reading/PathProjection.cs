using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Puts a path together from its first node and its relationships, of which some slots hold lists.</summary>
internal sealed class PathProjection(Operator input, int slot, int first, int[] relationships) : Operator
{
    public override string Name => "Projection";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            row[slot] = Of(state, row);
            yield return r;
        }
    }

    private Value Of(ExecutionState state, Value[] row)
    {
        if (row[first].Kind != ValueKind.Node)
        {
            return Value.Null;
        }

        List<long> nodes = [row[first].AsNode()], walked = [];
        foreach (var from in relationships)
        {
            var value = row[from];
            foreach (var step in value.Kind == ValueKind.List ? value.AsList() : [value])
            {
                if (step.Kind != ValueKind.Relationship)
                {
                    return Value.Null;
                }

                var relationship = step.AsRelationship();
                var start = state.View.StartOf(relationship);
                walked.Add(relationship);
                nodes.Add(start == nodes[^1] ? state.View.EndOf(relationship) : start);
            }
        }

        return Value.Path(new PathValue([.. nodes], [.. walked]));
    }
}

/// <summary>Turns the list of a walk that was walked from its end.</summary>
internal sealed class ReverseList(Operator input, int slot) : Operator
{
    public override string Name => "Projection";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            row[slot] = Value.List([.. Enumerable.Reverse(row[slot].AsList())]);
            yield return r;
        }
    }
}

/// <summary>A list of relationships that is known, walked: where it leads to.</summary>
internal sealed class BoundWalk(Operator input, Step step, bool into, long least, long? most) : Operator
{
    public override string Name => "ProjectEndpoints";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.Relationship].Kind == ValueKind.List && row[step.From].Kind == ValueKind.Node && End(state, row) is { } end
                && (!into || (row[step.To].Kind == ValueKind.Node && row[step.To].AsNode() == end)))
            {
                row[step.To] = Value.Node(end);
                yield return r;
            }
        }
    }

    private long? End(ExecutionState state, Value[] row)
    {
        var walk = row[step.Relationship].AsList();
        var at = row[step.From].AsNode();
        if (walk.Length < least || walk.Length > most)
        {
            return null;
        }

        foreach (var value in walk)
        {
            if (value.Kind != ValueKind.Relationship)
            {
                return null;
            }

            var (start, end) = (state.View.StartOf(value.AsRelationship()), state.View.EndOf(value.AsRelationship()));
            var (forward, back) = (step.Direction != Storage.Direction.Incoming && start == at, step.Direction != Storage.Direction.Outgoing && end == at);
            if (!forward && !back)
            {
                return null;
            }

            at = forward ? end : start;
        }

        return at;
    }
}
