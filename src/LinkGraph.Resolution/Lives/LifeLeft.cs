using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Lives;

/// <summary>
/// Step: what is left of an account's life beside a group. A student has a home; an account that an operator runs does nothing that the
/// operator does not explain. Own words; and addresses or tokens that are not mostly the group's, in the account's share of the people outside.
/// </summary>
internal sealed class LifeLeft
{
    private readonly World world;
    private readonly Context context;
    private readonly ResolutionSettings settings;
    private readonly double[][] usual;

    public LifeLeft(World world, Context context, ResolutionSettings settings, CancellationToken cancellationToken = default)
    {
        (this.world, this.context, this.settings) = (world, context, settings);
        usual = [Usual(LifeFamily.Network, cancellationToken), Usual(LifeFamily.Script, cancellationToken), Usual(LifeFamily.Money, cancellationToken)];
    }

    /// <summary>What is left to people as active as an account, on average.</summary>
    public double UsualOf(LifeFamily family, int account) => usual[(int)family][context.Activity[account]];

    /// <summary>What is left to an account beside a group; NaN where the family is missing.</summary>
    public double Of<TCounts>(LifeFamily family, int account, TCounts group)
        where TCounts : IGroupCounts => family switch
        {
            LifeFamily.Script => world.Told[account] > 0 ? world.Own[account] / (double)world.Told[account] : double.NaN,
            LifeFamily.Network => Network(account, group),
            _ => Money(account, group),
        };

    /// <summary>What is left to a group, as a share of what is ordinary for people as active; NaN where the family is missing.</summary>
    /// <param name="family">Of which family.</param>
    /// <param name="group">The group, or a part of it.</param>
    /// <param name="counts">The group's tokens, addresses and blocks.</param>
    /// <param name="asHomes">Addresses of one account count as homes, whatever they look like together.</param>
    public double Of(LifeFamily family, ReadOnlySpan<int> group, GroupCounter counts, bool asHomes = false)
    {
        var (left, ordinary) = (0.0, 0.0);
        foreach (var account in group)
        {
            var x = Of(family, account, new Counted(counts));
            if (!double.IsNaN(x))
            {
                left += x;
                ordinary += UsualOf(family, account);
            }
        }

        if (ordinary > 0 && family == LifeFamily.Network && !asHomes)
        {
            left -= Pooled(group, counts);
        }

        return ordinary > 0 ? left / ordinary : double.NaN;
    }

    /// <summary>
    /// How much of a group's life is addresses that only look like homes because the group drew each of them once from a large pool. A pool of which some
    /// addresses are drawn twice and three times has many that are drawn once: drawn at random, f1 : f2 : f3 is as in a Poisson distribution, so that
    /// f1 = 2/3 f2² / f3. No more than two for each drawn twice: from fewer nothing can be told.
    /// </summary>
    private double Pooled(ReadOnlySpan<int> group, GroupCounter counts)
    {
        var addresses = world.Of(FactKind.Address);
        Span<double> drawn = stackalloc double[4];
        foreach (var fact in counts.Touched)
        {
            if (fact >= addresses.Start && fact < addresses.End && counts[fact] < drawn.Length && counts[fact] == world.Degree(fact))
            {
                drawn[counts[fact]]++;
            }
        }

        var expected = Math.Min(2.0 / 3 * drawn[2] * Math.Max(drawn[2] - 1, 0) / (drawn[3] + 1), 2 * drawn[2]);
        return expected > 0 ? Math.Min(expected / drawn[1], 1) * SeenOnce(group, counts) : 0;
    }

    /// <summary>The part of a group's life that is addresses of one account, in no block of the group's.</summary>
    private double SeenOnce(ReadOnlySpan<int> group, GroupCounter counts)
    {
        var sum = 0.0;
        foreach (var account in group)
        {
            var (once, all) = (0.0, 0.0);
            var r = world.Of(account, FactKind.Address);
            for (var i = r.Start; i < r.End; i++)
            {
                var (fact, weight) = (world.AccountFacts[i], world.AccountWeights[i]);
                all += weight;
                once += world.Degree(fact) == 1 && !IsInTheirBlock(fact, new Counted(counts)) ? weight : 0;
            }

            sum += all > 0 ? once / all * context.Native[account] : 0;
        }

        return sum;
    }

    /// <summary>A group's life left by family, and their geometric mean; money speaks only where neither network nor script does.</summary>
    public GroupLife Of(ReadOnlySpan<int> group, GroupCounter scratch, bool asHomes = false)
    {
        scratch.Begin(group).Count(group, FactKind.Token).Count(group, FactKind.Address).Count(group, FactKind.Block);
        var network = Of(LifeFamily.Network, group, scratch, asHomes);
        var script = Of(LifeFamily.Script, group, scratch);
        var money = double.IsNaN(network) && double.IsNaN(script) ? Of(LifeFamily.Money, group, scratch) : double.NaN;
        return new GroupLife(network, script, money);
    }

    /// <summary>
    /// A fact is mostly the group's if it holds half of the fact's accounts, and if members have it several times as often as people do, and as
    /// other people of their countries do: the carrier of a country is not a group's because the group is a large part of the country.
    /// </summary>
    public bool Theirs<TCounts>(int fact, int held, TCounts group)
        where TCounts : IGroupCounts
    {
        var users = world.Degree(fact);
        if (held < settings.TheirsShare * users || held < settings.TheirsLift * group.Size / world.Accounts * users)
        {
            return false;
        }

        var (members, people) = (0.0, 0.0);
        var countries = context.Local.CountriesOf(fact);
        var counts = context.Local.CountsOf(fact);
        for (var i = 0; i < countries.Length; i++)
        {
            members += counts[i] / (double)users * group.People(countries[i]);
            people += counts[i] / (double)users * context.People[countries[i]];
        }

        var others = Math.Max(people - members, 0);
        var usual = (users - held + 0.5) * (1 + (settings.ContextAccounts / world.Accounts)) / (others + settings.ContextAccounts);
        return held >= settings.TheirsLift * usual * members;
    }

    private bool IsInTheirBlock<TCounts>(int address, TCounts group)
        where TCounts : IGroupCounts
    {
        var block = world.BlockOf(address);
        var held = group.Of(block);
        return held >= 3 && Theirs(block, held, group);
    }

    private double Network<TCounts>(int account, TCounts group)
        where TCounts : IGroupCounts
    {
        var (left, all) = (0.0, 0.0);
        var r = world.Of(account, FactKind.Address);
        for (var i = r.Start; i < r.End; i++)
        {
            var (fact, weight) = (world.AccountFacts[i], world.AccountWeights[i]);
            all += weight;
            var (users, held) = (world.Degree(fact), group.Of(fact));
            if ((held >= 2 && Theirs(fact, held, group)) || IsInTheirBlock(fact, group))
            {
                continue;
            }

            left += weight / Math.Max(users - held + 1, 1);
        }

        return all > 0 ? left / all * context.Native[account] : double.NaN;
    }

    private double Money<TCounts>(int account, TCounts group)
        where TCounts : IGroupCounts
    {
        var left = 0.0;
        var tokens = world.FactsOf(account, FactKind.Token);
        foreach (var fact in tokens)
        {
            var (users, held) = (world.Degree(fact), group.Of(fact));
            if (held < 2 || !Theirs(fact, held, group))
            {
                left += 1.0 / Math.Max(users - held + 1, 1);
            }
        }

        return tokens.Length > 0 ? left / tokens.Length : double.NaN;
    }

    private double[] Usual(LifeFamily family, CancellationToken cancellationToken)
    {
        var left = new double[world.Accounts];
        Ranges.For(world.Accounts, (from, to) =>
        {
            for (var a = from; a < to; a++)
            {
                left[a] = Of(family, a, default(Alone));
            }
        }, cancellationToken);
        var (sum, count) = (new double[Context.Classes], new double[Context.Classes]);
        for (var a = 0; a < left.Length; a++)
        {
            if (!double.IsNaN(left[a]))
            {
                sum[context.Activity[a]] += left[a];
                count[context.Activity[a]]++;
            }
        }

        for (var c = 0; c < Context.Classes; c++)
        {
            sum[c] /= Math.Max(count[c], 1);
        }

        return sum;
    }
}
