using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Seeds;

/// <summary>
/// Step: templates that are used together, far more than by chance, by people who have little life of their own. Templates that prove to be
/// people's leave, and the communities are made anew without them.
/// </summary>
internal sealed class ScriptSeeds
{
    private readonly World world;
    private readonly LifeLeft life;
    private readonly Verdict verdict;
    private readonly ResolutionSettings settings;
    private readonly ScratchPool<GroupCounter> scratch;
    private readonly CancellationToken cancellationToken;
    private readonly FactRange templates;
    private readonly bool[] suspect;

    private ScriptSeeds(
        World world, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch, CancellationToken cancellationToken)
    {
        (this.world, this.life, this.verdict, this.settings, this.scratch) = (world, life, verdict, settings, scratch);
        this.cancellationToken = cancellationToken;
        templates = world.Of(FactKind.Template);
        suspect = new bool[templates.Length];
    }

    /// <summary>Clusters of templates (fact numbers), by their first template.</summary>
    public static List<int[]> Find(
        World world, LifeLeft life, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch, CancellationToken cancellationToken)
    {
        var seeds = new ScriptSeeds(world, life, verdict, settings, scratch, cancellationToken);
        seeds.Suspect();
        List<int[]> clusters = [];
        for (var round = 0; round < settings.ScriptRounds; round++)
        {
            var used = CoUse.Count(world, seeds.suspect, settings, cancellationToken);
            var ties = used.Significant(settings);
            var communities = Rows.ByLabel(Communities.Of(seeds.templates.Length, ties), seeds.templates.Length);
            (clusters, var left) = seeds.Sift(communities, new TiedUsers(world, used, ties, cancellationToken));
            if (left == 0)
            {
                break;
            }
        }

        return clusters;
    }

    /// <summary>
    /// A template is suspect unless its users live; of a handful of users nothing is known. Their addresses count as homes here: one template shows too little
    /// of a pool, and taking honest ones for suspect ties operators to each other through them.
    /// </summary>
    private void Suspect() => Ranges.For(templates.Length, 64, scratch, (from, to, counter) =>
    {
        for (var t = from; t < to; t++)
        {
            var users = world.Users(templates.Start + t);
            suspect[t] = users.Length < settings.SmallGroup || life.Of(users, counter, asHomes: true).CappedMean < settings.MostLife;
        }
    }, cancellationToken);

    /// <summary>Templates that live in the context of their cluster, or that people and operators both use, leave; how many did is the second result.</summary>
    private (List<int[]> Clusters, int Left) Sift(Rows communities, TiedUsers tied)
    {
        var parts = Ranges.Map(communities.Count, 16, (from, to) =>
        {
            var counter = scratch.Rent();
            var inner = scratch.Rent();
            List<int[]> kept = [];
            List<int> leaving = [];
            for (var c = from; c < to; c++)
            {
                var group = communities.Of(c);
                if (group.Length > 0 && suspect[group[0]])
                {
                    Sift(group, tied, counter, inner, kept, leaving);
                }
            }

            scratch.Return(inner);
            scratch.Return(counter);
            return (kept, leaving);
        }, cancellationToken);
        foreach (var t in parts.SelectMany(p => p.leaving))
        {
            suspect[t] = false;
        }

        return ([.. parts.SelectMany(p => p.kept)], parts.Sum(p => p.leaving.Count));
    }

    private void Sift(ReadOnlySpan<int> group, TiedUsers tied, GroupCounter counter, GroupCounter inner, List<int[]> kept, List<int> leaving)
    {
        var users = Users(world, group, templates.Start);
        if (users.Length < settings.LeastGroup)
        {
            return;
        }

        counter.Begin(users).Count(users, FactKind.Address).Count(users, FactKind.Block);
        List<int> keep = [];
        foreach (var t in group)
        {
            var us = world.Users(templates.Start + t);
            if (us.Length >= settings.SmallGroup && (Mixed(us, t, tied, counter) || Lives(us, counter, inner)))
            {
                leaving.Add(t);
            }
            else
            {
                keep.Add(templates.Start + t);
            }
        }

        if (keep.Count > 0)
        {
            kept.Add([.. keep]);
        }
    }

    private bool Mixed(ReadOnlySpan<int> users, int template, TiedUsers tied, GroupCounter cluster)
    {
        var alone = tied.Alone(template);
        return tied.Count(template) >= settings.SmallGroup && alone.Length >= settings.SmallGroup
            && alone.Length > settings.MixedShare * users.Length
            && life.Of(LifeFamily.Network, alone, cluster) >= settings.MostLife;
    }

    private bool Lives(ReadOnlySpan<int> users, GroupCounter cluster, GroupCounter inner)
    {
        var left = new GroupLife(
            life.Of(LifeFamily.Network, users, cluster), life.Of(LifeFamily.Script, users, cluster), double.NaN);
        return left.Mean >= settings.TightLife && left.Mean >= verdict.Allowed(users, inner);
    }

    /// <summary>Everyone who uses one of the templates, sorted.</summary>
    public static int[] Users(World world, ReadOnlySpan<int> templates, int first)
    {
        List<int> users = [];
        foreach (var t in templates)
        {
            users.AddRange(world.Users(first + t));
        }

        users.Sort();
        return [.. users.Distinct()];
    }
}
