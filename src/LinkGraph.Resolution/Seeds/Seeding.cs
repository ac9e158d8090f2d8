using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Profiles;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Seeds;

/// <summary>Step: the first assignment. Script clusters that stand, then groups of pairs that stand, as far as script did not take them.</summary>
internal static class Seeding
{
    public static Assignment Seed(
        World world, Context context, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch,
        Action<string>? trace, CancellationToken cancellationToken)
    {
        var first = world.Of(FactKind.Template).Start;
        var clusters = SameUsers.Unite(world, ScriptSeeds.Find(world, life, verdict, settings, scratch, cancellationToken), settings.SameUsersShare);
        trace?.Invoke($"{clusters.Count} script clusters");
        var owner = new int[world.Of(FactKind.Template).Length];
        Array.Fill(owner, Assignment.None);
        var stands = Standing(clusters.ConvertAll(c => ScriptSeeds.Users(world, c, 0)), verdict, scratch, cancellationToken);
        for (var c = 0; c < clusters.Count; c++)
        {
            foreach (var template in clusters[c])
            {
                owner[template - first] = stands[c] ? c : Assignment.None;
            }
        }

        var shares = new TemplateShares(world, owner, cancellationToken);
        var of = new int[world.Accounts];
        for (var a = 0; a < of.Length; a++)
        {
            var (o, share) = shares.Largest(a);
            of[a] = share >= settings.SeedShare ? o : Assignment.None;
        }

        trace?.Invoke($"{of.Count(o => o >= 0)} accounts by script");
        var groups = PairSeeds.Find(world, context, life, verdict, settings, scratch, cancellationToken);
        trace?.Invoke($"{groups.Count} groups of pairs");
        stands = Standing(groups, verdict, scratch, cancellationToken);
        for (var g = 0; g < groups.Count; g++)
        {
            if (stands[g] && 2 * groups[g].Count(a => of[a] < 0) > groups[g].Length)
            {
                foreach (var a in groups[g])
                {
                    of[a] = of[a] < 0 ? clusters.Count + g : of[a];
                }
            }
        }

        return new Assignment(clusters.Count + groups.Count, of, owner, new float[world.Accounts]);
    }

    /// <summary>One kind of fact: communities of it are all there is.</summary>
    public static Assignment Single(
        World world, Context context, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch,
        CancellationToken cancellationToken)
    {
        var groups = PairSeeds.Find(world, context, life, verdict, settings, scratch, cancellationToken);
        var of = new int[world.Accounts];
        Array.Fill(of, Assignment.None);
        var counter = scratch.Rent();
        for (var g = 0; g < groups.Count; g++)
        {
            if (life.Of(groups[g], counter).Mean < settings.TightLife)
            {
                foreach (var a in groups[g])
                {
                    of[a] = g;
                }
            }
        }

        scratch.Return(counter);
        return new Assignment(groups.Count, of, new int[world.Of(FactKind.Template).Length], new float[world.Accounts]);
    }

    private static bool[] Standing(List<int[]> groups, Verdict verdict, ScratchPool<GroupCounter> scratch, CancellationToken cancellationToken)
    {
        var stands = new bool[groups.Count];
        Ranges.For(groups.Count, 8, scratch, (from, to, counter) =>
        {
            for (var g = from; g < to; g++)
            {
                stands[g] = verdict.Stands(groups[g], counter);
            }
        }, cancellationToken);
        return stands;
    }
}
