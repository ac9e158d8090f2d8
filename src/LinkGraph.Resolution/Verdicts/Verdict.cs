using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Seeds;

namespace LinkGraph.Resolution.Verdicts;

/// <summary>Step: what stands. A group is one operator if its members have little life of their own beside it, and one kind of evidence is not enough.</summary>
internal sealed class Verdict
{
    private const int Sample = 20000;

    private readonly World world;
    private readonly Context context;
    private readonly LifeLeft life;
    private readonly ResolutionSettings settings;
    private readonly Likeness likeness;
    private readonly Coincidence tokens;
    private readonly Coincidence minutes;

    public Verdict(World world, Context context, LifeLeft life, ResolutionSettings settings, CancellationToken cancellationToken = default)
    {
        (this.world, this.context, this.life, this.settings) = (world, context, life, settings);
        likeness = new Likeness(world, context, settings);
        tokens = new Coincidence(world, context, FactKind.Token, cancellationToken);
        minutes = new Coincidence(world, context, FactKind.Minute, cancellationToken);
        Single = new[] { FactKind.Token, FactKind.Address, FactKind.Template }.Count(world.Has) == 1;
    }

    /// <summary>There is one kind of binding evidence only; asking for a second would find nothing.</summary>
    public bool Single { get; }

    public bool Stands(ReadOnlySpan<int> group, GroupCounter scratch)
    {
        if (group.Length < settings.LeastGroup)
        {
            return false;
        }

        var left = life.Of(group, scratch);
        if (left.Mean >= settings.LooseLife)
        {
            return false;
        }

        var sure = Single || (left.Families > 1 && left.Most < settings.MostLife) || Confirmed(group, scratch);
        return (sure && left.Mean < Allowed(group, scratch)) || (left.Mean < settings.TightLife && Alike(group, scratch));
    }

    /// <summary>
    /// A large group that has no hall and whose members are far more alike than people of their countries, in two families at least: for one alone
    /// cannot give as many bits.
    /// </summary>
    private bool Alike(ReadOnlySpan<int> group, GroupCounter scratch) =>
        group.Length >= settings.LargeGroup && !Hall(group, scratch) && likeness.Of(group, scratch) >= settings.JoinBits;

    /// <summary>How much of an ordinary life may be left.</summary>
    public double Allowed(ReadOnlySpan<int> group, GroupCounter scratch)
    {
        if (group.Length < settings.SmallGroup)
        {
            return settings.OccasionLife;
        }

        var sure = Confirmed(group, scratch);
        return (Hall(group, scratch), sure) switch
        {
            (true, false) => settings.OccasionLife,
            (true, true) => settings.TightLife,
            (false, true) => settings.LooseLife,
            _ => group.Length >= settings.LargeGroup ? settings.LooseLife : settings.TightLife,
        };
    }

    private bool Confirmed(ReadOnlySpan<int> group, GroupCounter scratch) =>
        Confirmed(group, FactKind.Token, scratch) || Confirmed(group, FactKind.Minute, scratch);

    /// <summary>
    /// Members share several tokens, or minutes, far more often than matched people do; one fact in common (a voucher, an hour) does not count.
    /// </summary>
    public bool Confirmed(ReadOnlySpan<int> group, FactKind kind, GroupCounter scratch)
    {
        var chance = kind == FactKind.Token ? tokens : minutes;
        group = group[..Math.Min(group.Length, Sample)];
        scratch.Begin(group);
        scratch.Count(group, kind);
        var (facts, top, uses, pairs) = (0, 0.0, 0.0, 0.0);
        foreach (var fact in scratch.Touched)
        {
            double x = scratch[fact];
            if (x > 1)
            {
                facts++;
                top = Math.Max(top, x);
                uses += x;
                pairs += x * (x - 1) / 2;
            }
        }

        if (facts < 3 || 2 * top >= uses)
        {
            return false;
        }

        var members = new double[context.Countries];
        foreach (var account in group)
        {
            members[context.Country[account]]++;
        }

        var expected = kind == FactKind.Minute ? Math.Max(chance.Expected(members), Nearby(scratch)) : chance.Expected(members);
        return pairs > 3 * expected && Surprise.Of(pairs, expected) > settings.SureBits;
    }

    /// <summary>
    /// Pairs of members that would share a minute if each had acted a little earlier or later: who is active in the same weeks, or at the same hours,
    /// meets more often than people do, and for no other reason.
    /// </summary>
    private double Nearby(GroupCounter counts)
    {
        var minutes = world.Of(FactKind.Minute);
        var sum = 0.0;
        foreach (var minute in counts.Touched)
        {
            var (from, to) = (Math.Max(minute - Bursts.Around, minutes.Start), Math.Min(minute + Bursts.Around + 1, minutes.End));
            var near = -counts[minute];
            for (var m = from; m < to; m++)
            {
                near += counts[m];
            }

            sum += counts[minute] * (double)near / Math.Max(to - from - 1, 1) / 2;
        }

        return sum;
    }

    /// <summary>
    /// A hall: an address, not used by many others, where a good part of the group meets. People who meet have less of a home to show. A group may
    /// be a part of those who met (those with the same mail provider, say): whoever met there with the fact that most of the group has counts too.
    /// </summary>
    private bool Hall(ReadOnlySpan<int> group, GroupCounter scratch)
    {
        scratch.Begin(group).Count(group, FactKind.Token).Count(group, FactKind.Template);
        List<int> usual = [];
        foreach (var fact in scratch.Touched)
        {
            if (2 * scratch[fact] > group.Length)
            {
                usual.Add(fact);
            }
        }

        scratch.Begin(group).Count(group, FactKind.Address);
        foreach (var address in scratch.Touched)
        {
            var met = scratch[address];
            if (met >= settings.SmallGroup && met >= settings.HallOfGroup * group.Length
                && (met >= settings.HallOfUsers * world.Degree(address) || Joined(address, usual) >= settings.HallOfUsers * world.Degree(address)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The most users of an address that have one of some facts.</summary>
    private int Joined(int address, List<int> facts)
    {
        var most = 0;
        var users = world.Users(address);
        foreach (var fact in facts)
        {
            var (n, others) = (0, 0);
            var have = world.Users(fact);
            foreach (var account in users)
            {
                while (others < have.Length && have[others] < account)
                {
                    others++;
                }

                n += others < have.Length && have[others] == account ? 1 : 0;
            }

            most = Math.Max(most, n);
        }

        return most;
    }
}
