using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Walks of several relationships, no relationship twice, depth first.</summary>
/// <param name="input">Where the walks begin.</param>
/// <param name="step">The slot of the relationship takes the list of them.</param>
/// <param name="least">Relationships at least.</param>
/// <param name="most">Relationships at most; null for any number.</param>
/// <param name="into">The end is known.</param>
/// <param name="each">What each relationship must be; it is in <paramref name="eachSlot"/>.</param>
/// <param name="eachSlot">Where a relationship is put to be asked.</param>
/// <param name="budget">How long the whole path may get; null for any length.</param>
internal sealed class VarLengthExpand(Operator input, Step step, long least, long? most, bool into, Evaluator? each, int eachSlot, WalkBudget? budget = null)
    : Operator
{
    private const int OpenBytes = 64;

    public override string Name => into ? "VarLengthExpand(Into)" : "VarLengthExpand(All)";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.From].Kind != ValueKind.Node || (into && row[step.To].Kind != ValueKind.Node))
            {
                continue;
            }

            var goal = into ? row[step.To].AsNode() : -1;
            foreach (var (end, walked) in Walks(state, row, step.Types.In(state.View)))
            {
                if (!into || end == goal)
                {
                    row[step.Relationship] = Value.List(walked);
                    row[step.To] = Value.Node(end);
                    yield return r;
                }
            }
        }
    }

    private IEnumerable<(long End, Value[] Walked)> Walks(ExecutionState state, Value[] row, int[]? types)
    {
        var start = row[step.From].AsNode();
        if (least == 0)
        {
            yield return (start, []);
        }

        if (most == 0 || state.IsGone(start))
        {
            yield break;
        }

        var (open, walked) = (new Stack<IEnumerator<(long, long)>>(), new List<Value>());
        open.Push(Steps(state.View, start, types).GetEnumerator());
        while (open.Count > 0)
        {
            state.Check();
            if (!open.Peek().MoveNext())
            {
                open.Pop();
                if (walked.Count > 0)
                {
                    state.Memory.Release(OpenBytes);
                    walked.RemoveAt(walked.Count - 1);
                }

                continue;
            }

            var (relationship, other) = open.Peek().Current;
            if (Walked(walked, relationship) || UsedRelationships.Contains(row, step.Used, relationship) || !Fits(state, row, relationship))
            {
                continue;
            }

            if (budget?.Allows(row, step.Used, walked.Count + 1) == false)
            {
                continue;
            }

            walked.Add(Value.Relationship(relationship));
            if (walked.Count >= least)
            {
                yield return (other, [.. walked]);
            }

            if (most is { } m && walked.Count >= m)
            {
                walked.RemoveAt(walked.Count - 1);
            }
            else
            {
                state.Memory.Charge(OpenBytes);
                open.Push(Steps(state.View, other, types).GetEnumerator());
            }
        }
    }

    private IEnumerable<(long Relationship, long Other)> Steps(IGraphView view, long node, int[]? types)
    {
        foreach (var (relationship, other, _) in view.Expand(node, step.Direction, types))
        {
            yield return (relationship, other);
        }
    }

    private bool Fits(ExecutionState state, Value[] row, long relationship)
    {
        if (each is null)
        {
            return true;
        }

        row[eachSlot] = Value.Relationship(relationship);
        return Predicates.IsTrue(each(state, row));
    }

    private static bool Walked(List<Value> walked, long relationship)
    {
        foreach (var value in walked)
        {
            if (value.AsRelationship() == relationship)
            {
                return true;
            }
        }

        return false;
    }
}
