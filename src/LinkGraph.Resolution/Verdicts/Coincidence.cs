using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Verdicts;

/// <summary>How many facts of a kind two people share by chance, given their countries.</summary>
internal sealed class Coincidence
{
    private readonly double[] expected;
    private readonly int countries;

    public Coincidence(World world, Context context, FactKind kind, CancellationToken cancellationToken = default)
    {
        countries = context.Countries;
        var facts = world.Of(kind);
        var size = countries * countries;
        var parts = Ranges.Map(facts.Length, 16384, (from, to) =>
        {
            var shared = new double[size];
            var counter = new FactCounter(countries);
            for (var f = facts.Start + from; f < facts.Start + to; f++)
            {
                if (world.Degree(f) > 1)
                {
                    Add(world.Users(f), context, counter, shared);
                }
            }

            return shared;
        }, cancellationToken);
        expected = new double[size];
        foreach (var part in parts)
        {
            for (var i = 0; i < size; i++)
            {
                expected[i] += part[i];
            }
        }
    }

    /// <summary>Expected pairs of a group that share a fact, with multiplicity.</summary>
    public double Expected(ReadOnlySpan<double> membersByCountry)
    {
        var sum = 0.0;
        for (var x = 0; x < countries; x++)
        {
            for (var y = 0; y < countries && membersByCountry[x] > 0; y++)
            {
                sum += membersByCountry[x] * membersByCountry[y] / 2 * expected[(x * countries) + y];
            }
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<int> users, Context context, FactCounter counter, double[] shared)
    {
        var people = context.People;
        counter.Clear();
        foreach (var account in users)
        {
            counter.Add(context.Country[account]);
        }

        foreach (var x in counter.Touched)
        {
            foreach (var y in counter.Touched)
            {
                double cx = counter[x], cy = counter[y];
                shared[(x * people.Length) + y] += x == y
                    ? cx * (cx - 1) / (people[x] * Math.Max(people[x] - 1, 1))
                    : cx * cy / (people[x] * people[y]);
            }
        }
    }
}
