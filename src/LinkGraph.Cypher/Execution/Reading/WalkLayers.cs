using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>A node, and the place in the pattern that a walk has come to with it.</summary>
internal readonly record struct WalkPoint(int Place, long Node);

/// <summary>A relationship over which a point was reached; <paramref name="From"/> has no step of its own at the start.</summary>
internal sealed record Arrival(WalkPoint From, WalkStep Step, long Relationship, long Node);

/// <summary>The points that walks of one length come to, and how, length by length.</summary>
/// <param name="steps">The pattern.</param>
/// <param name="start">Where walks begin.</param>
/// <param name="once">A point that was reached is not reached again by longer walks.</param>
internal sealed class WalkLayers(AutomatonSteps steps, long start, bool once) : IDisposable
{
    private const int PointBytes = 160, ArrivalBytes = 72;
    private readonly List<Dictionary<WalkPoint, List<Arrival>>> layers = [];
    private readonly HashSet<WalkPoint> reached = [];
    private MemoryMeter? memory;
    private long charged;

    /// <summary>Of the walks of the last layer.</summary>
    public int Length => layers.Count - 1;

    public bool Reaches(WalkPoint goal) => layers.Count > 0 && layers[^1].ContainsKey(goal);

    /// <summary>Walks of one relationship more; at first those of none. False if there are none.</summary>
    public bool Advance(ExecutionState state, Value[] row)
    {
        memory = state.Memory;
        var next = new Dictionary<WalkPoint, List<Arrival>>();
        if (layers.Count == 0)
        {
            foreach (var place in steps.Enter(state, row, 0, start))
            {
                Add(next, new(place, start), null);
            }
        }
        else
        {
            foreach (var point in layers[^1].Keys)
            {
                foreach (var arrival in steps.From(state, row, point))
                {
                    foreach (var place in steps.Enter(state, row, arrival.Step.To, arrival.Node))
                    {
                        Add(next, new(place, arrival.Node), arrival);
                    }
                }
            }
        }

        layers.Add(next);
        foreach (var point in once ? next.Keys : Enumerable.Empty<WalkPoint>())
        {
            reached.Add(point);
        }

        return next.Count > 0;
    }

    /// <summary>All walks of the last layer to a point that meet no relationship twice.</summary>
    public IEnumerable<IReadOnlyList<Arrival>> Paths(ExecutionState state, WalkPoint goal)
    {
        var length = Length;
        var (path, met) = (new Arrival[length], new HashSet<long>());
        if (length == 0)
        {
            yield return path;
            yield break;
        }

        // From the end back: open[i] are the ways left to come to where step length - 1 - i ends.
        var open = new Stack<IEnumerator<Arrival>>();
        open.Push(layers[length][goal].GetEnumerator());
        while (open.TryPeek(out var ways))
        {
            state.Check();
            var at = length - open.Count;
            if (path[at] is { } tried)
            {
                met.Remove(tried.Relationship);
                path[at] = null!;
            }

            if (!ways.MoveNext())
            {
                open.Pop();
                continue;
            }

            var way = ways.Current;
            if (!met.Add(way.Relationship))
            {
                continue;
            }

            path[at] = way;
            if (at == 0)
            {
                yield return path;
            }
            else
            {
                open.Push(layers[at][way.From].GetEnumerator());
            }
        }
    }

    public void Dispose()
    {
        memory?.Release(charged);
        charged = 0;
    }

    private void Add(Dictionary<WalkPoint, List<Arrival>> next, WalkPoint point, Arrival? arrival)
    {
        if (reached.Contains(point))
        {
            return;
        }

        var bytes = ArrivalBytes;
        if (!next.TryGetValue(point, out var arrivals))
        {
            next.Add(point, arrivals = []);
            bytes += PointBytes;
        }

        if (arrival is not null)
        {
            arrivals.Add(arrival);
        }

        charged += bytes;
        memory!.Charge(bytes);
    }
}
