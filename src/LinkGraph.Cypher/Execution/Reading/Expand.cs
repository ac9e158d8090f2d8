using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>One step of a pattern.</summary>
/// <param name="From">Slot of the node where it begins.</param>
/// <param name="Relationship">Slot of the relationship, or of the list of them.</param>
/// <param name="To">Slot of the node where it ends.</param>
/// <param name="Direction">Seen from where it begins.</param>
/// <param name="Types">Of what types.</param>
/// <param name="Used">Slots of relationships that it may not be.</param>
internal sealed record Step(int From, int Relationship, int To, Direction Direction, TypeSet Types, int[] Used);

/// <summary>The relationships of a node, and the nodes at their other ends.</summary>
internal sealed class ExpandAll(Operator input, Step step) : Operator
{
    public Operator From => input;

    public Step Step => step;

    public override string Name => "Expand(All)";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.From].Kind != ValueKind.Node || state.IsGone(row[step.From].AsNode()))
            {
                continue;
            }

            foreach (var (relationship, other, _) in state.View.Expand(row[step.From].AsNode(), step.Direction, step.Types.In(state.View)))
            {
                state.Check();
                if (!UsedRelationships.Contains(row, step.Used, relationship))
                {
                    row[step.Relationship] = Value.Relationship(relationship);
                    row[step.To] = Value.Node(other);
                    yield return r;
                }
            }
        }
    }
}

/// <summary>The relationships between two nodes that are known.</summary>
internal sealed class ExpandInto(Operator input, Step step) : Operator
{
    public override string Name => "Expand(Into)";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.From].Kind != ValueKind.Node || row[step.To].Kind != ValueKind.Node
                || state.IsGone(row[step.From].AsNode()) || state.IsGone(row[step.To].AsNode()))
            {
                continue;
            }

            foreach (var (relationship, _, _) in state.View.ExpandInto(row[step.From].AsNode(), row[step.To].AsNode(), step.Direction, step.Types.In(state.View)))
            {
                state.Check();
                if (!UsedRelationships.Contains(row, step.Used, relationship))
                {
                    row[step.Relationship] = Value.Relationship(relationship);
                    yield return r;
                }
            }
        }
    }
}

/// <summary>A relationship that is known: its ends, where they are not known too; rows where they are others fall.</summary>
internal sealed class ProjectEndpoints(Operator input, Step step, bool fromBound, bool toBound) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.Relationship].Kind != ValueKind.Relationship)
            {
                continue;
            }

            var (relationship, types) = (row[step.Relationship].AsRelationship(), step.Types.In(state.View));
            if ((types is not null && !types.Contains(state.View.TypeOf(relationship))) || UsedRelationships.Contains(row, step.Used, relationship))
            {
                continue;
            }

            var (start, end) = (Value.Node(state.View.StartOf(relationship)), Value.Node(state.View.EndOf(relationship)));
            var (from, to) = (row[step.From], row[step.To]);
            if (step.Direction != Direction.Incoming && Fits(from, start, fromBound) && Fits(to, end, toBound))
            {
                (row[step.From], row[step.To]) = (start, end);
                yield return r;
            }

            if (step.Direction != Direction.Outgoing && Fits(from, end, fromBound) && Fits(to, start, toBound)
                && (step.Direction == Direction.Incoming || start.AsNode() != end.AsNode()))
            {
                (row[step.From], row[step.To]) = (end, start);
                yield return r;
            }
        }
    }

    private static bool Fits(Value known, Value node, bool bound) => !bound || (known.Kind == ValueKind.Node && known.AsNode() == node.AsNode());
}
