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

    /// <summary>What is left to an account beside a group of a size; NaN where the family is missing.</summary>
    public double Of<TCounts>(LifeFamily family, int account, double size, TCounts group)
        where TCounts : IGroupCounts => family switch
        {
            LifeFamily.Script => world.Told[account] > 0 ? world.Own[account] / (double)world.Told[account] : double.NaN,
            LifeFamily.Network => Network(account, LeastShare(size), group),
            _ => Money(account, LeastShare(size), group),
        };

    /// <summary>What is left to a group, as a share of what is ordinary for people as active; NaN where the family is missing.</summary>
    public double Of(LifeFamily family, ReadOnlySpan<int> group, double size, FactCounter counts)
    {
        var (left, ordinary) = (0.0, 0.0);
        foreach (var account in group)
        {
            var x = Of(family, account, size, new Counted(counts));
            if (!double.IsNaN(x))
            {
                left += x;
                ordinary += UsualOf(family, account);
            }
        }

        return ordinary > 0 ? left / ordinary : double.NaN;
    }

    /// <summary>A group's life left by family, and their geometric mean; money speaks only where neither network nor script does.</summary>
    public GroupLife Of(ReadOnlySpan<int> group, FactCounter scratch)
    {
        scratch.Clear();
        scratch.Count(world, group, FactKind.Token).Count(world, group, FactKind.Address).Count(world, group, FactKind.Block);
        var network = Of(LifeFamily.Network, group, group.Length, scratch);
        var script = Of(LifeFamily.Script, group, group.Length, scratch);
        var money = double.IsNaN(network) && double.IsNaN(script) ? Of(LifeFamily.Money, group, group.Length, scratch) : double.NaN;
        return new GroupLife(network, script, money);
    }

    /// <summary>A fact is mostly the group's if it holds half of the fact's accounts, and several times what its size alone would give it.</summary>
    private double LeastShare(double size) => Math.Max(settings.TheirsLift * size / world.Accounts, settings.TheirsShare);

    private double Network<TCounts>(int account, double share, TCounts group)
        where TCounts : IGroupCounts
    {
        var (left, all) = (0.0, 0.0);
        var r = world.Of(account, FactKind.Address);
        for (var i = r.Start; i < r.End; i++)
        {
            var (fact, weight) = (world.AccountFacts[i], world.AccountWeights[i]);
            all += weight;
            var (users, held) = (world.Degree(fact), group.Of(fact));
            if (held >= 2 && held >= share * users)
            {
                continue;
            }

            var block = world.BlockOf(fact);
            var inBlock = group.Of(block);
            if (inBlock >= 3 && inBlock >= share * world.Degree(block))
            {
                continue;
            }

            left += weight / Math.Max(users - held + 1, 1);
        }

        return all > 0 ? left / all * context.Native[account] : double.NaN;
    }

    private double Money<TCounts>(int account, double share, TCounts group)
        where TCounts : IGroupCounts
    {
        var left = 0.0;
        var tokens = world.FactsOf(account, FactKind.Token);
        foreach (var fact in tokens)
        {
            var (users, held) = (world.Degree(fact), group.Of(fact));
            if (held < 2 || held < share * users)
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
                left[a] = Of(family, a, 1, default(Alone));
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
