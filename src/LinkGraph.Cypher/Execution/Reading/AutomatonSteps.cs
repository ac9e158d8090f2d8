using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Goes through the graph as a pattern says, one relationship at a time.</summary>
/// <param name="automaton">The pattern.</param>
/// <param name="used">Slots of relationships that are not to be met.</param>
internal sealed class AutomatonSteps(WalkAutomaton automaton, int[] used)
{
    /// <summary>The places in which a walk is when it comes to one with a node.</summary>
    public IEnumerable<int> Enter(ExecutionState state, Value[] row, int place, long node)
    {
        for (var at = place; at >= 0 && Fits(state, row, automaton.Places[at], node); at = automaton.Places[at].Next)
        {
            yield return at;
        }
    }

    /// <summary>The relationships over which a walk can go on.</summary>
    public IEnumerable<Arrival> From(ExecutionState state, Value[] row, WalkPoint point)
    {
        foreach (var step in automaton.Places[point.Place].Steps)
        {
            if (state.IsGone(point.Node))
            {
                continue;
            }

            // The tests may look at the graph; so all are taken before the first is asked.
            var all = new List<Arrival>();
            foreach (var (relationship, other, _) in state.View.Expand(point.Node, step.Direction, step.Types.In(state.View)))
            {
                state.Check();
                all.Add(new(point, step, relationship, other));
            }

            foreach (var arrival in all)
            {
                if (!UsedRelationships.Contains(row, used, arrival.Relationship) && Fits(state, row, step, arrival))
                {
                    yield return arrival;
                }
            }
        }
    }

    private static bool Fits(ExecutionState state, Value[] row, WalkPlace place, long node)
    {
        if (place.Known >= 0 && !(row[place.Known].Kind == ValueKind.Node && row[place.Known].AsNode() == node))
        {
            return false;
        }

        if (place.Test is null)
        {
            return true;
        }

        if (place.Node >= 0)
        {
            row[place.Node] = Value.Node(node);
        }

        return Predicates.IsTrue(place.Test(state, row));
    }

    private static bool Fits(ExecutionState state, Value[] row, WalkStep step, Arrival arrival)
    {
        if (step.Test is null)
        {
            return true;
        }

        row[step.Relationship] = Value.Relationship(arrival.Relationship);
        if (step.Left >= 0)
        {
            row[step.Left] = Value.Node(arrival.From.Node);
        }

        if (step.Right >= 0)
        {
            row[step.Right] = Value.Node(arrival.Node);
        }

        return Predicates.IsTrue(step.Test(state, row));
    }
}
