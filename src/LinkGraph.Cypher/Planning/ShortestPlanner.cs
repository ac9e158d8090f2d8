using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>shortestPath(), allShortestPaths() and the selectors SHORTEST k, SHORTEST k GROUPS and ANY, between two nodes that are known.</summary>
internal static class ShortestPlanner
{
    /// <summary>The variables that such a path gives.</summary>
    public static IEnumerable<string> Names(SelectivePath selective) =>
    [
        .. selective.Inner.Nodes.Select(n => n.Name),
        .. selective.Edges.SelectMany(e => (e.Walk?.Groups.Select(g => g.Name) ?? []).Prepend(e.Name)),
        .. selective.Pattern.Variable is { } path ? [path.Name] : Array.Empty<string>(),
    ];

    public static Operator Plan(
        PlanContext plan, ExpressionCompiler expressions, Operator input, SelectivePath selective, IEnumerable<string> bound, IReadOnlyList<int> used)
    {
        var pattern = selective.Pattern;
        var all = pattern.Function == ShortestFunction.AllShortestPaths || pattern.Selector is { Kind: PathSelectorKind.AllShortest };
        var count = pattern.Selector is { Kind: PathSelectorKind.AllShortest } or null ? 1 : pattern.Selector.Count;
        if (selective.IsPlain && pattern.Function != ShortestFunction.None && selective.Edges[0].Pattern.Length is not { Minimum: > 1 })
        {
            return Plain(plan, expressions, input, selective, used, all, count);
        }

        var groups = all || pattern.Selector is { Kind: PathSelectorKind.ShortestGroups };
        if (AutomatonPlanner.Plan(plan, expressions, input, selective, bound, used, count, groups) is { } search)
        {
            return search;
        }

        var known = new HashSet<string>(bound, StringComparer.Ordinal) { selective.First.Name, selective.Last.Name };
        var around = expressions.Scope.Without(expressions.Scope.Names.Where(n => !known.Contains(n)).ToList());
        var budget = new WalkBudget(plan.Frame.Add(), plan.Frame.Add());
        var paths = MatchPlanner.Plan(plan, selective.Inner, expressions.Scope, around, new Argument(), used, budget);
        var least = selective.Edges.Sum(Least);
        return new SelectedPaths(
            input, paths, budget, [.. selective.Edges.Select(e => e.Slot)], least, count, groups)
        {
            Details = selective.Details,
        };
    }

    private static long Least(PatternEdge edge) => edge.Walk is { Path.Quantifier: { } quantifier } walk
        ? quantifier.Minimum * walk.Path.Elements.Count(e => e is RelationshipPattern)
        : edge.Pattern.Length is { } length ? length.Minimum ?? 1 : 1;

    private static Operator Plain(
        PlanContext plan, ExpressionCompiler expressions, Operator input, SelectivePath selective, IReadOnlyList<int> used, bool all, long count)
    {
        var edge = selective.Edges[0];
        var length = edge.Pattern.Length ?? new VariableLength(1, 1);
        var direction = edge.Pattern.Direction switch
        {
            PatternDirection.Both => Direction.Both,
            PatternDirection.Outgoing => Direction.Outgoing,
            _ => Direction.Incoming,
        };
        var slot = plan.Frame.Add();
        var name = edge.Pattern.Variable?.Name ?? edge.Name;
        var asked = PatternGraphBuilder.Properties(new Variable(name), edge.Pattern.Properties).Concat(ExpressionTree.Conjuncts(edge.Pattern.Where)).ToList();
        if (!EdgeTypes.AreNames(edge.Pattern.Types))
        {
            asked.Add(new LabelPredicate(new Variable(name), edge.Pattern.Types!));
        }

        var each = asked.Count == 0 ? null : new ExpressionCompiler(plan, expressions.Scope.With(name, slot)).All(asked);
        var step = new Step(edge.Left.Slot, edge.Slot, edge.Right.Slot, direction, new TypeSet(EdgeTypes.Of(edge.Pattern.Types)), [.. used]);
        Operator shortest = new ShortestPaths(input, step, length.Minimum ?? 1, length.Maximum, each, slot, all, count)
        {
            Details = $"({edge.Left.Name})-[{edge.Name}{step.Types}*]-({edge.Right.Name})",
        };
        return selective.Path is { } path ? new PathProjection(shortest, path.Slot, edge.Left.Slot, [edge.Slot]) : shortest;
    }
}
