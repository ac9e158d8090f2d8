using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.People;

/// <summary>Acts in sessions that many attend: lessons, the opening hours of a day.</summary>
/// <param name="Starts">Ascending, in Unix seconds.</param>
/// <param name="Length">Of each, in seconds.</param>
internal sealed record Sessions(long[] Starts, long Length) : IRhythm
{
    public long Next(long from, long until, Rng rng)
    {
        var (first, last) = (Starts.Count(start => start + Length <= from), Starts.Count(start => start < until));
        if (first >= last)
            return rng.Time(from, until);
        var start = Starts[rng.Int(first, last - 1)];
        return rng.Time(Math.Max(from, start), Math.Min(until, start + Length));
    }
}
