using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;

namespace LinkGraph.Resolution.Profiles;

/// <summary>Step: every operator as a profile, learned from its members: what they say, what home they have left, where their facts come from.</summary>
internal sealed class ProfileSet
{
    private readonly World world;
    private readonly LifeLeft life;
    private readonly Context context;
    private readonly Assignment now;
    private readonly int[] people;

    private ProfileSet(World world, Context context, LifeLeft life, Assignment now, TemplateShares shares, CancellationToken cancellationToken)
    {
        (this.world, this.context, this.life, this.now, Shares) = (world, context, life, now, shares);
        people = new int[now.Operators * context.Countries];
        Members = new MemberCounts(world, now.Of, now.Operators, cancellationToken);
        Size = new int[now.Operators];
        Script = new double[now.Operators * Bins.Script];
        ScriptOutside = new double[now.Operators * Bins.Script];
        Home = new double[now.Operators * Bins.Home];
        HomeOutside = new double[Bins.Home];
        Places = new SourceMix(world, FactKind.Address, now, Members, cancellationToken);
        Times = new SourceMix(world, FactKind.Minute, now, Members, cancellationToken);
    }

    public TemplateShares Shares { get; }

    public MemberCounts Members { get; }

    public int[] Size { get; }

    /// <summary>Members by operator and class of script share.</summary>
    public double[] Script { get; }

    /// <summary>Others by operator and class of script share; who is likely the operator's does not count in full.</summary>
    public double[] ScriptOutside { get; }

    /// <summary>Members by operator and class of home left.</summary>
    public double[] Home { get; }

    /// <summary>Accounts that are nobody's, by class of home left; adds up to 1.</summary>
    public double[] HomeOutside { get; }

    public SourceMix Places { get; }

    public SourceMix Times { get; }

    /// <param name="world">The evidence.</param>
    /// <param name="context">Countries.</param>
    /// <param name="life">What is left to an account.</param>
    /// <param name="now">The assignment to learn from.</param>
    /// <param name="shares">Script shares under it.</param>
    /// <param name="likely">By account: the operator that explains it best, whether or not it may join, and how likely it is that operator's.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ProfileSet Learn(
        World world, Context context, LifeLeft life, Assignment now, TemplateShares shares, (int Operator, double Share)[] likely, CancellationToken cancellationToken)
    {
        var profiles = new ProfileSet(world, context, life, now, shares, cancellationToken);
        for (var a = 0; a < now.Of.Length; a++)
        {
            if (now.Of[a] is var o and >= 0)
            {
                profiles.Size[o]++;
                profiles.people[(o * context.Countries) + context.Country[a]]++;
            }
        }

        profiles.Count(likely, cancellationToken);
        return profiles;
    }

    /// <summary>The network life an account would have left beside an operator; NaN where it has no address.</summary>
    public double HomeLeft(int account, int @operator) => @operator == Assignment.None
        ? life.Of(LifeFamily.Network, account, default(Alone))
        : life.Of(LifeFamily.Network, account, new Beside(
            Members, people.AsMemory(@operator * context.Countries, context.Countries), @operator, Size[@operator], now.Of[account] == @operator ? 0 : 1,
            context.Country[account]));

    private void Count((int Operator, double Share)[] likely, CancellationToken cancellationToken)
    {
        var home = new sbyte[world.Accounts];
        Ranges.For(world.Accounts, (from, to) =>
        {
            for (var a = from; a < to; a++)
            {
                var left = HomeLeft(a, now.Of[a]);
                home[a] = (sbyte)(double.IsNaN(left) ? -1 : Bins.OfHome(left));
            }
        }, cancellationToken);
        Array.Fill(HomeOutside, 1);
        for (var a = 0; a < world.Accounts; a++)
        {
            var mine = now.Of[a];
            foreach (var (o, share) in Shares.Of(a))
            {
                if (o != mine)
                {
                    ScriptOutside[(o * Bins.Script) + Bins.OfScript(share)] += likely[a].Operator == o ? 1 - likely[a].Share : 1;
                }
            }

            if (mine >= 0)
            {
                Script[(mine * Bins.Script) + Bins.OfScript(Shares.Of(a, mine))]++;
            }

            if (home[a] >= 0)
            {
                (mine >= 0 ? Home : HomeOutside)[(Math.Max(mine, 0) * Bins.Home) + home[a]]++;
            }
        }

        var outside = HomeOutside.Sum();
        for (var b = 0; b < Bins.Home; b++)
        {
            HomeOutside[b] /= outside;
        }
    }
}
