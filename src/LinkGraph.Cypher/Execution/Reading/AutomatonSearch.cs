using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>
/// Of all paths of a pattern between two nodes the shortest, no relationship twice. The search goes in the breadth over pairs of a node and a place
/// in the pattern, each once, so that it costs no more than the graph times the pattern. Only where its shortest walks will not do, because they
/// meet a relationship twice, break a predicate on the whole path, or are too few, longer ones are looked at, length by length.
/// </summary>
/// <param name="input">Rows with both ends.</param>
/// <param name="automaton">The pattern.</param>
/// <param name="from">Slot of the node where the paths begin.</param>
/// <param name="to">Slot of the node where they end.</param>
/// <param name="used">Slots of relationships that are not to be met.</param>
/// <param name="check">What a whole path must be, once its variables are set; null if nothing is asked.</param>
/// <param name="count">How many paths, or groups of paths of the same length.</param>
/// <param name="groups">Groups are counted.</param>
internal sealed class AutomatonSearch(
    Operator input, WalkAutomaton automaton, int from, int to, int[] used, Evaluator? check, long count, bool groups) : Operator
{
    public override string Name => "StatefulShortestPath(Into)";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var steps = new AutomatonSteps(automaton, used);
        foreach (var r in input.Rows(state, row))
        {
            if (row[from].Kind != ValueKind.Node || row[to].Kind != ValueKind.Node)
            {
                continue;
            }

            foreach (var _ in Paths(state, row, steps))
            {
                yield return r;
            }
        }
    }

    private IEnumerable<Row> Paths(ExecutionState state, Value[] row, AutomatonSteps steps)
    {
        var (goal, start, left) = (new WalkPoint(automaton.Last, row[to].AsNode()), row[from].AsNode(), count);
        using var shortest = new WalkLayers(steps, start, once: true);
        while (!shortest.Reaches(goal) && shortest.Advance(state, row))
        {
        }

        if (!shortest.Reaches(goal))
        {
            yield break;
        }

        var layers = shortest;
        try
        {
            while (true)
            {
                var found = false;
                foreach (var path in layers.Paths(state, goal))
                {
                    Give(row, start, path);
                    if (check is not null && !Predicates.IsTrue(check(state, row)))
                    {
                        continue;
                    }

                    found = true;
                    yield return default;
                    if (!groups && --left == 0)
                    {
                        yield break;
                    }
                }

                left -= groups && found ? 1 : 0;
                layers = left > 0 && layers == shortest ? new WalkLayers(steps, start, once: false) : layers;
                if (left == 0 || !Longer(state, row, layers, goal, shortest.Length))
                {
                    yield break;
                }
            }
        }
        finally
        {
            layers.Dispose();
        }
    }

    /// <summary>On to the next length at which there is a walk; false if there is none.</summary>
    private static bool Longer(ExecutionState state, Value[] row, WalkLayers layers, WalkPoint goal, int beyond)
    {
        while (layers.Length < state.View.RelationshipCount && layers.Advance(state, row))
        {
            if (layers.Length > beyond && layers.Reaches(goal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sets the variables of the pattern.</summary>
    private void Give(Value[] row, long start, IReadOnlyList<Arrival> path)
    {
        var (at, node) = (0, (Func<int, Value>)(i => Value.Node(i == 0 ? start : path[i - 1].Node)));
        for (var e = 0; e < automaton.Edges.Count; e++)
        {
            var (edge, begin) = (automaton.Edges[e], at);
            while (at < path.Count && path[at].Step.Edge == e)
            {
                at++;
            }

            row[edge.Slot] = edge.IsList
                ? Value.List([.. Enumerable.Range(begin, at - begin).Select(i => Value.Relationship(path[i].Relationship))])
                : Value.Relationship(path[begin].Relationship);
            foreach (var (slot, isNode, part) in edge.Groups)
            {
                var times = Enumerable.Range(0, (at - begin) / edge.Length).Select(time => begin + (time * edge.Length) + part);
                row[slot] = Value.List([.. times.Select(i => isNode ? node(i) : Value.Relationship(path[i].Relationship))]);
            }

            if (edge.Right >= 0)
            {
                row[edge.Right] = node(at);
            }
        }
    }
}
