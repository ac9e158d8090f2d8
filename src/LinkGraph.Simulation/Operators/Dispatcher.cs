using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Operators;

/// <summary>One program that drives all accounts of an operator: what they do falls into the same minutes.</summary>
internal sealed record Dispatcher(long[] Minutes) : IRhythm
{
    public long Next(long from, long until, Rng rng)
    {
        var time = Minutes[rng.Below((ulong)Minutes.Length)] + rng.Int(0, 59);
        return time >= from && time < until ? time : rng.Time(from, until);
    }
}
