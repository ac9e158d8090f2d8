using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>A quantified path: its inside matched several times over, each time from where the time before ended, depth first.</summary>
/// <param name="input">Where the walks begin.</param>
/// <param name="inside">One time, beside a row with the entry.</param>
/// <param name="step">The slot of the relationship takes the list of all of them.</param>
/// <param name="into">The end is known.</param>
/// <param name="least">Times at least.</param>
/// <param name="most">Times at most; null for any number.</param>
/// <param name="budget">How long the path may get; null for any length.</param>
internal sealed class Repeat(Operator input, Operator inside, Step step, bool into, long least, long? most, WalkBudget? budget) : Operator
{
    /// <summary>Slot of the node where the inside begins.</summary>
    public required int Entry { get; init; }

    /// <summary>Slot of the node where it ends.</summary>
    public required int Exit { get; init; }

    /// <summary>Slot of the relationships walked so far, which the inside may not meet again.</summary>
    public required int Walked { get; init; }

    /// <summary>Slots of the relationships of the inside, from left to right.</summary>
    public required int[] Relationships { get; init; }

    /// <summary>Slots of variables of the inside, and of the lists they become.</summary>
    public required (int Inside, int Group)[] Groups { get; init; }

    /// <summary>The walk goes from left to right.</summary>
    public required bool Forward { get; init; }

    public override string Name => into ? "Repeat(Trail)(Into)" : "Repeat(Trail)";

    public override IReadOnlyList<Operator> Inputs => [input, inside];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            if (row[step.From].Kind != ValueKind.Node || (into && row[step.To].Kind != ValueKind.Node))
            {
                continue;
            }

            var goal = into ? row[step.To].AsNode() : -1;
            foreach (var walk in Walks(state, row, new Time(null, [], row[step.From].AsNode(), 0)))
            {
                if (walk.Count >= least && (!into || walk.End == goal))
                {
                    Give(walk, row);
                    yield return r;
                }
            }
        }
    }

    private IEnumerable<Time> Walks(ExecutionState state, Value[] row, Time start)
    {
        var (open, charged) = (new Stack<Time>([start]), 0L);
        while (open.TryPop(out var at))
        {
            state.Check();
            yield return at;
            if (at.Count < (most ?? long.MaxValue))
            {
                charged += Onward(state, row, at, open);
            }
        }

        state.Memory.Release(charged);
    }

    /// <summary>All rows of the inside are taken in before the next time writes to their slots.</summary>
    /// <returns>The bytes that were charged.</returns>
    private long Onward(ExecutionState state, Value[] row, Time at, Stack<Time> open)
    {
        if (budget?.Allows(row, step.Used, (int)(at.Count + 1) * Relationships.Length) == false)
        {
            return 0;
        }

        (row[Entry], row[Walked]) = (Value.Node(at.End), Value.List(Listed(at)));
        List<Time> next = [];
        foreach (var _ in inside.Rows(state, row))
        {
            var saved = new Value[Relationships.Length + Groups.Length];
            for (var i = 0; i < Relationships.Length; i++)
            {
                saved[i] = row[Relationships[i]];
            }

            for (var i = 0; i < Groups.Length; i++)
            {
                saved[Relationships.Length + i] = row[Groups[i].Inside];
            }

            state.Memory.Charge(saved);
            next.Add(new Time(at, saved, row[Exit].AsNode(), at.Count + 1));
        }

        for (var i = next.Count - 1; i >= 0; i--)
        {
            open.Push(next[i]);
        }

        return next.Count * MemoryMeter.OfItems(Relationships.Length + Groups.Length);
    }

    private void Give(Time walk, Value[] row)
    {
        row[step.To] = Value.Node(walk.End);
        row[step.Relationship] = Value.List(Listed(walk));
        var times = Times(walk);
        for (var g = 0; g < Groups.Length; g++)
        {
            row[Groups[g].Group] = Value.List(Array.ConvertAll(times, t => t.Saved[Relationships.Length + g]));
        }
    }

    /// <summary>From left to right.</summary>
    private Time[] Times(Time walk)
    {
        var times = new Time[walk.Count];
        for (var (at, i) = (walk, 0); at.Before is not null; at = at.Before, i++)
        {
            times[Forward ? times.Length - 1 - i : i] = at;
        }

        return times;
    }

    private Value[] Listed(Time walk) => [.. Times(walk).SelectMany(t => t.Saved.Take(Relationships.Length))];

    /// <summary>The inside matched once more.</summary>
    private sealed record Time(Time? Before, Value[] Saved, long End, long Count);
}
