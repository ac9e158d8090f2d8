using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Seeds;

/// <summary>
/// Step: groups of accounts that are tied by a token, or by an address together with other facts that are jointly rare in their country.
/// Without them nothing is found where there are no prompts.
/// </summary>
internal sealed class PairSeeds
{
    private readonly World world;
    private readonly Context context;
    private readonly LifeLeft life;
    private readonly Verdict verdict;
    private readonly ResolutionSettings settings;
    private readonly ScratchPool<GroupCounter> scratch;
    private readonly CancellationToken cancellationToken;
    private readonly bool[] counts;

    private PairSeeds(
        World world, Context context, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch,
        CancellationToken cancellationToken)
    {
        (this.world, this.context, this.life, this.verdict, this.settings, this.scratch) = (world, context, life, verdict, settings, scratch);
        this.cancellationToken = cancellationToken;

        // an address and its proxy are one piece
        counts = [.. world.Facets.Select(f => f.Role == Role.Binds || f.Family != Family.Network)];
    }

    /// <summary>Groups of accounts, sorted, by their first account.</summary>
    public static List<int[]> Find(
        World world, Context context, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch,
        CancellationToken cancellationToken)
    {
        var seeds = new PairSeeds(world, context, life, verdict, settings, scratch, cancellationToken);
        var communities = Rows.ByLabel(Communities.Of(world.Accounts, seeds.Ties()), world.Accounts);
        List<int[]> groups = [];
        for (var c = 0; c < communities.Count; c++)
        {
            var group = communities.Of(c).ToArray();
            if (group.Length >= settings.SmallGroup)
            {
                group = verdict.Single ? seeds.WithoutTheLiving(group) : group;
                if (group.Length >= settings.SmallGroup)
                {
                    groups.Add(group);
                }
            }
        }

        return groups;
    }

    private List<Tie> Ties()
    {
        var usable = Usable();
        var pool = new ScratchPool<Partners>(() => new Partners(world.Accounts));
        var parts = Ranges.Map(world.Accounts, 512, (from, to) =>
        {
            var partners = pool.Rent();
            List<Tie> ties = [];
            var best = new double[world.Facets.Length + 2];
            for (var x = from; x < to; x++)
            {
                Partner(x, usable, partners);
                foreach (var y in partners.Counter.Touched)
                {
                    var people = context.People[Larger(x, y)];
                    var usual = Math.Log2(people);
                    var joint = Joint(x, y, best) - usual - settings.PairBits;
                    var direct = partners.Direct[y];
                    if (direct > 0 || joint > 0)
                    {
                        ties.Add(new Tie(x, y, direct + (joint > 0 ? joint + settings.PairBits + usual : 0)));
                    }
                }
            }

            pool.Return(partners);
            return ties;
        }, cancellationToken);
        return [.. parts.SelectMany(p => p)];
    }

    /// <summary>Facts whose pairs are looked at: shared by few; where tokens are all there is, not those whose users live.</summary>
    private bool[] Usable()
    {
        var usable = new bool[world.Of(FactKind.Minute).End];
        var bursts = Bursts.Of(world, settings);
        for (var m = 0; m < bursts.Length; m++)
        {
            var fact = world.Of(FactKind.Minute).Start + m;
            usable[fact] = bursts[m] && world.Degree(fact) <= settings.MinuteReach;
        }

        Ranges.For(world.Of(FactKind.Address).End, 1024, scratch, (from, to, counter) =>
        {
            for (var f = from; f < to; f++)
            {
                var degree = world.Degree(f);
                usable[f] = f >= world.Of(FactKind.Address).Start
                    ? degree > 1 && degree <= settings.AddressReach
                    : degree > 1 && degree <= settings.TokenReach && !(verdict.Single && Ordinary(f, counter));
            }
        }, cancellationToken);
        return usable;
    }

    private bool Ordinary(int fact, GroupCounter counter)
    {
        var users = world.Users(fact);
        return users.Length >= settings.SmallGroup && life.Of(users, counter).Mean >= settings.LooseLife;
    }

    /// <summary>Accounts after x that share a usable fact with it, ascending, and the bits of the tokens they share.</summary>
    private void Partner(int x, bool[] usable, Partners partners)
    {
        partners.Counter.Clear();
        foreach (var kind in (ReadOnlySpan<FactKind>)[FactKind.Token, FactKind.Address, FactKind.Minute])
        {
            foreach (var fact in world.FactsOf(x, kind))
            {
                if (!usable[fact])
                {
                    continue;
                }

                var users = world.Users(fact);
                var bits = kind == FactKind.Token ? Math.Log2(world.Accounts / (double)users.Length) : 0;
                foreach (var y in users[(users.BinarySearch(x) + 1)..])
                {
                    if (partners.Counter.Add(y) == 1)
                    {
                        partners.Direct[y] = 0;
                    }

                    partners.Direct[y] += bits;
                }
            }
        }

        partners.Counter.Touched.Sort();
    }

    /// <summary>The context of a pair is the one with more people: what two share is rarer in it.</summary>
    private int Larger(int x, int y) =>
        context.People[context.Country[x]] >= context.People[context.Country[y]] ? context.Country[x] : context.Country[y];

    /// <summary>Bits of the rarest shared fact of each facet, of addresses and minutes the two rarest.</summary>
    private double Joint(int x, int y, double[] best)
    {
        var country = Larger(x, y);
        Array.Clear(best);
        foreach (var kind in (ReadOnlySpan<FactKind>)[FactKind.Token, FactKind.Address, FactKind.Minute, FactKind.Soft])
        {
            var p = world.FactsOf(x, kind);
            var q = world.FactsOf(y, kind);
            for (int i = 0, k = 0; i < p.Length && k < q.Length;)
            {
                if (p[i] != q[k])
                {
                    _ = p[i] < q[k] ? i++ : k++;
                    continue;
                }

                var facet = world.FacetOf[p[i]];
                if (counts[facet])
                {
                    var bits = Math.Max(Math.Log2(context.People[country] / Math.Max(context.Local[p[i], country], 1.0)), 0);
                    if (bits > best[facet])
                    {
                        (bits, best[facet]) = (best[facet], bits);
                    }

                    if (kind is FactKind.Address or FactKind.Minute)
                    {
                        ref var second = ref best[kind == FactKind.Address ? ^1 : ^2];
                        second = Math.Max(second, bits);
                    }
                }

                i++;
                k++;
            }
        }

        var sum = 0.0;
        foreach (var bits in best)
        {
            sum += bits;
        }

        return sum;
    }

    /// <summary>Who lives beside the group is not of it.</summary>
    private int[] WithoutTheLiving(int[] group)
    {
        var counter = scratch.Rent();
        for (var pass = 0; pass < 3; pass++)
        {
            counter.Begin(group);
            counter.Count(group, FactKind.Token);
            var kept = Array.FindAll(group, a =>
            {
                var left = life.Of(LifeFamily.Money, a, new Counted(counter));
                return double.IsNaN(left) || left < settings.LooseLife * life.UsualOf(LifeFamily.Money, a);
            });
            if (kept.Length == group.Length)
            {
                break;
            }

            group = kept;
        }

        scratch.Return(counter);
        return group;
    }

    private sealed class Partners(int accounts)
    {
        public FactCounter Counter { get; } = new(accounts);

        public double[] Direct { get; } = new double[accounts];
    }
}
