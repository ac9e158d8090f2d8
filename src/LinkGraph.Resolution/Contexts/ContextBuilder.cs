using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Contexts;

/// <summary>Step: countries (missing ones inferred), activity, and how native each account is to where it acts.</summary>
internal static class ContextBuilder
{
    public static Context Build(World world, CancellationToken cancellationToken = default)
    {
        var countries = world.Of(FactKind.Country).Length + 1;
        var country = Told(world);
        var known = People(country, countries);
        var blocks = LabelCounts.Of(world, world.Of(FactKind.Block), country, countries, cancellationToken);
        Infer(world, country, countries, blocks, cancellationToken);
        var (native, activity) = Native(world, country, known, blocks, cancellationToken);
        Settle(world, native, activity, cancellationToken);
        return new Context(country, People(country, countries), native, activity, new ContextCounts(world, country, countries, cancellationToken));
    }

    private static int[] Told(World world)
    {
        var country = new int[world.Accounts];
        var facts = world.Of(FactKind.Country);
        for (var f = facts.Start; f < facts.End; f++)
        {
            foreach (var account in world.Users(f))
            {
                country[account] = f - facts.Start + 1;
            }
        }

        return country;
    }

    private static double[] People(int[] country, int countries)
    {
        var people = new double[countries];
        foreach (var c in country)
        {
            people[c]++;
        }

        return people;
    }

    /// <summary>A missing country is the one in which the account's blocks are most usual.</summary>
    private static void Infer(World world, int[] country, int countries, LabelCounts blocks, CancellationToken cancellationToken)
    {
        if (countries == 1)
        {
            return;
        }

        var inferred = (int[])country.Clone();
        Ranges.For(world.Accounts, (from, to) =>
        {
            var votes = new double[countries];
            for (var a = from; a < to; a++)
            {
                if (country[a] != 0)
                {
                    continue;
                }

                Array.Clear(votes);
                var r = world.Of(a, FactKind.Address);
                for (var i = r.Start; i < r.End; i++)
                {
                    var region = world.RegionOf(world.AccountFacts[i]);
                    var labels = blocks.LabelsOf(region);
                    var counts = blocks.CountsOf(region);
                    for (var k = 0; k < labels.Length; k++)
                    {
                        votes[labels[k]] += world.AccountWeights[i] * counts[k] / (double)world.Degree(region);
                    }
                }

                for (var c = 1; c < countries; c++)
                {
                    if (votes[c] > votes[inferred[a]] || (inferred[a] == 0 && votes[c] > 0))
                    {
                        inferred[a] = c;
                    }
                }
            }
        }, cancellationToken);
        inferred.CopyTo(country, 0);
    }

    /// <summary>Share of activity in blocks that the country's people use, against their share of all.</summary>
    private static (float[] Native, byte[] Activity) Native(
        World world, int[] country, double[] known, LabelCounts blocks, CancellationToken cancellationToken)
    {
        var (native, activity) = (new float[world.Accounts], new byte[world.Accounts]);
        Ranges.For(world.Accounts, (from, to) =>
        {
            for (var a = from; a < to; a++)
            {
                var c = country[a];
                var usual = c > 0 && known[c] > 0 ? known[c] / world.Accounts : 1;
                var (at, all) = (0.0, 0.0);
                var r = world.Of(a, FactKind.Address);
                for (var i = r.Start; i < r.End; i++)
                {
                    var region = world.RegionOf(world.AccountFacts[i]);
                    var others = world.Degree(region) - 1;
                    var compatriots = c > 0 ? Math.Max(blocks[region, c] - 1, 0) : 0;
                    at += world.AccountWeights[i] * Math.Min((compatriots + usual) / (others + 1) / usual, 1);
                    all += world.AccountWeights[i];
                }

                native[a] = all > 0 ? (float)(at / all) : 1;
                activity[a] = (byte)Math.Min(Math.Log2(Math.Max(all, world.Told[a]) + 1) * 2, Context.Classes - 1);
            }
        }, cancellationToken);
        return (native, activity);
    }

    /// <summary>Who comes back to addresses less than people as active do has less of a home to show.</summary>
    private static void Settle(World world, float[] native, byte[] activity, CancellationToken cancellationToken)
    {
        var back = new float[world.Accounts];
        Ranges.For(world.Accounts, (from, to) =>
        {
            for (var a = from; a < to; a++)
            {
                var (again, all) = (0.0, 0.0);
                var r = world.Of(a, FactKind.Address);
                for (var i = r.Start; i < r.End; i++)
                {
                    all += world.AccountWeights[i];
                    again += world.AccountWeights[i] >= 2 ? world.AccountWeights[i] : 0;
                }

                back[a] = all > 0 ? (float)(again / all) : 1;
            }
        }, cancellationToken);
        var (sum, count) = (new double[Context.Classes], new double[Context.Classes]);
        for (var a = 0; a < back.Length; a++)
        {
            sum[activity[a]] += back[a];
            count[activity[a]]++;
        }

        for (var a = 0; a < back.Length; a++)
        {
            if (sum[activity[a]] > 0)
            {
                native[a] *= (float)Math.Min(back[a] * count[activity[a]] / sum[activity[a]], 1);
            }
        }
    }
}
