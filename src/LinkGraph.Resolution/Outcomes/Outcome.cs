using LinkGraph.Model.Operators;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Profiles;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Outcomes;

/// <summary>Step: from the last assignment to what is published. The verdict is asked again; companies and households join; everything is explained.</summary>
internal sealed class Outcome
{
    private readonly World world;
    private readonly ResolutionSettings settings;
    private readonly ScratchPool<GroupCounter> scratch;
    private readonly Explanation explanation;
    private readonly Links links;
    private readonly Confidence confidence;

    private Outcome(
        World world, Context context, LifeLeft life, Verdict verdict, Assignment assignment, ResolutionSettings settings, ScratchPool<GroupCounter> scratch)
    {
        (this.world, this.settings, this.scratch) = (world, settings, scratch);
        explanation = new Explanation(world, life, verdict, settings);
        links = new Links(world, context, settings);
        confidence = new Confidence(world, assignment, settings);
    }

    public static Model.Operators.ResolvedOperators Of(
        World world, Context context, LifeLeft life, Verdict verdict, Assignment assignment, ResolutionSettings settings,
        ScratchPool<GroupCounter> scratch, Action<string>? trace, CancellationToken cancellationToken)
    {
        var of = Standing(world, life, assignment, verdict, settings, scratch);
        var entities = Entities(world, of, verdict.Single, settings, scratch);
        var groups = Enumerable.Range(0, world.Accounts).GroupBy(entities.Find).Where(g => g.Skip(1).Any()).Select(g => g.ToArray()).ToList();
        var outcome = new Outcome(world, context, life, verdict, assignment, settings, scratch);
        var operators = new Operator[groups.Count];
        Ranges.For(groups.Count, 4, scratch, (from, to, counter) =>
        {
            for (var g = from; g < to; g++)
            {
                operators[g] = outcome.Describe(groups[g], of, counter);
            }
        }, cancellationToken);
        trace?.Invoke($"{operators.Count(o => o.Kind == EntityKind.Operator)} operators of {operators.Length} entities");
        Array.Sort(operators, (x, y) => x.Members.Count != y.Members.Count
            ? y.Members.Count.CompareTo(x.Members.Count)
            : string.CompareOrdinal(x.Id, y.Id));
        return new Model.Operators.ResolvedOperators(operators);
    }

    /// <summary>What no longer stands is dissolved, not renamed; parts of a group that has nothing in common are asked one by one.</summary>
    private static int[] Standing(
        World world, LifeLeft life, Assignment assignment, Verdict verdict, ResolutionSettings settings, ScratchPool<GroupCounter> scratch)
    {
        if (verdict.Single)
        {
            return assignment.Of;
        }

        var of = new int[world.Accounts];
        Array.Fill(of, Assignment.None);
        var groups = Rows.ByLabel(assignment.Of, assignment.Operators);
        var (islands, counter, next) = (new Islands(world, life, settings), scratch.Rent(), 0);
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var part in groups.Of(g).Length < 2 ? [] : islands.Of(groups.Of(g).ToArray(), counter))
            {
                if (verdict.Stands(part, counter))
                {
                    foreach (var a in part)
                    {
                        of[a] = next;
                    }

                    next++;
                }
            }
        }

        scratch.Return(counter);
        return of;
    }

    private static DisjointSets Entities(World world, int[] of, bool single, ResolutionSettings settings, ScratchPool<GroupCounter> scratch)
    {
        var entities = new DisjointSets(world.Accounts);
        var first = new Dictionary<int, int>();
        for (var a = 0; a < of.Length; a++)
        {
            if (of[a] >= 0 && !first.TryAdd(of[a], a))
            {
                entities.Union(first[of[a]], a);
            }
        }

        if (!single)
        {
            var counter = scratch.Rent();
            Companies.Unite(world, of, entities, settings, counter);
            scratch.Return(counter);
        }

        return entities;
    }

    private Operator Describe(int[] members, int[] of, GroupCounter counter)
    {
        var kind = Array.Exists(members, a => of[a] >= 0) ? EntityKind.Operator : EntityKind.Shared;
        var memberships = Array.ConvertAll(members, a => new Membership(world.AccountIds[a], confidence.Of(a, of[a] >= 0, members.Length)));
        var (standing, life) = explanation.Standing(members, counter);
        var ties = scratch.Rent();
        var described = new Operator(
            OperatorId.Of(world.AccountIds[members[0]]), kind, memberships, Confidence.Of(kind, memberships, life), standing,
            explanation.Uses(members, counter), links.Of(members, ties));
        scratch.Return(ties);
        return described;
    }
}
