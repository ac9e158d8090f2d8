using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.People;

/// <summary>A person who sleeps most nights.</summary>
/// <param name="Zone">Hours ahead of UTC.</param>
internal sealed record DayAndNight(int Zone) : IRhythm
{
    private const int WakesAt = 7;
    private const double Sleeps = 0.85;

    public long Next(long from, long until, Rng rng)
    {
        var time = rng.Time(from, until);
        var hour = ((time / Calendar.Hour) + Zone + 24) % 24;
        return hour < WakesAt && rng.Chance(Sleeps) ? Math.Min(until - 1, time + (9 * Calendar.Hour)) : time;
    }
}
