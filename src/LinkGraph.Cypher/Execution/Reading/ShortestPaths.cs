using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>
/// Shortest walks between two nodes: breadth first from the one, remembering every relationship over which a node was first reached, then back
/// from the other. Where more than the shortest are wanted, walks are tried length by length.
/// </summary>
/// <param name="input">Rows with both nodes.</param>
/// <param name="step">Takes the list of relationships.</param>
/// <param name="least">Relationships at least: 0 or 1; more makes it a search of all walks.</param>
/// <param name="most">Relationships at most; null for any number.</param>
/// <param name="each">What each relationship must be.</param>
/// <param name="eachSlot">Where it is put to be asked.</param>
/// <param name="all">All of the shortest; otherwise one, or as many as counted.</param>
/// <param name="count">How many, the shortest first.</param>
internal sealed class ShortestPaths(
    Operator input, Step step, long least, long? most, Evaluator? each, int eachSlot, bool all, long count) : Operator
{
    private const int ReachedBytes = 96;

    public override string Name => "ShortestPath";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.From].Kind != ValueKind.Node || row[step.To].Kind != ValueKind.Node)
            {
                continue;
            }

            var wanted = all ? long.MaxValue : count;
            foreach (var walk in Walks(state, row, step.Types.In(state.View), wanted))
            {
                if (wanted-- == 0)
                {
                    break;
                }

                row[step.Relationship] = Value.List(walk);
                yield return r;
            }
        }
    }

    private IEnumerable<Value[]> Walks(ExecutionState state, Value[] row, int[]? types, long wanted)
    {
        var (from, to) = (row[step.From].AsNode(), row[step.To].AsNode());
        if (least == 0 && from == to)
        {
            yield return [];
            if (all || wanted == 1)
            {
                yield break;
            }
        }

        if (from != to && least <= 1 && (all || wanted == 1))
        {
            foreach (var walk in Levels(state, row, types, from, to))
            {
                yield return walk;
            }

            yield break;
        }

        var found = false;
        for (var length = Math.Max(least, 1); length <= (most ?? state.View.RelationshipCount) && !(found && all); length++)
        {
            var reached = false;
            foreach (var (walk, end) in OfLength(state, row, types, from, length, []))
            {
                reached = true;
                if (end == to)
                {
                    found = true;
                    yield return walk;
                }
            }

            if (!reached)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Value[]> Levels(ExecutionState state, Value[] row, int[]? types, long from, long to)
    {
        var reached = new Dictionary<long, (int Level, List<(long Node, long Relationship)> Over)> { [from] = (0, []) };
        List<long> level = [from];
        for (var depth = 1; level.Count > 0 && !(depth > most) && !reached.ContainsKey(to); depth++)
        {
            List<long> next = [];
            foreach (var node in level)
            {
                foreach (var (relationship, other, _) in state.View.Expand(node, step.Direction, types))
                {
                    state.Check();
                    if ((reached.TryGetValue(other, out var known) && known.Level < depth)
                        || UsedRelationships.Contains(row, step.Used, relationship) || !Fits(state, row, relationship))
                    {
                        continue;
                    }

                    if (known.Over is null)
                    {
                        state.Memory.Charge(ReachedBytes);
                        reached.Add(other, known = (depth, []));
                        next.Add(other);
                    }

                    known.Over.Add((node, relationship));
                }
            }

            level = next;
        }

        state.Memory.Release(ReachedBytes * (reached.Count - 1L));
        return reached.ContainsKey(to) ? Back(reached, to, from) : [];
    }

    private static IEnumerable<Value[]> Back(Dictionary<long, (int Level, List<(long Node, long Relationship)> Over)> reached, long node, long from)
    {
        if (node == from)
        {
            yield return [];
            yield break;
        }

        foreach (var (before, relationship) in reached[node].Over)
        {
            foreach (var walk in Back(reached, before, from))
            {
                yield return [.. walk, Value.Relationship(relationship)];
            }
        }
    }

    private IEnumerable<(Value[] Walk, long End)> OfLength(ExecutionState state, Value[] row, int[]? types, long node, long length, Value[] walked)
    {
        if (length == 0)
        {
            yield return (walked, node);
            yield break;
        }

        foreach (var (relationship, other) in Steps(state, node, types))
        {
            state.Check();
            if (!Array.Exists(walked, w => w.AsRelationship() == relationship) && !UsedRelationships.Contains(row, step.Used, relationship) && Fits(state, row, relationship))
            {
                foreach (var found in OfLength(state, row, types, other, length - 1, [.. walked, Value.Relationship(relationship)]))
                {
                    yield return found;
                }
            }
        }
    }

    private IEnumerable<(long Relationship, long Other)> Steps(ExecutionState state, long node, int[]? types)
    {
        foreach (var (relationship, other, _) in state.View.Expand(node, step.Direction, types))
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
}
