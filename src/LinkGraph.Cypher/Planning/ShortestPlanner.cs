using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>shortestPath(), allShortestPaths() and the selectors SHORTEST k and ANY, over one relationship pattern between two nodes that are known.</summary>
internal static class ShortestPlanner
{
    public static Operator Plan(
        PlanContext plan, ExpressionCompiler expressions, Operator input, PathPattern pattern, PatternEdge edge, PatternPath? path, IReadOnlyList<int> used)
    {
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
        var each = asked.Count == 0 ? null : new ExpressionCompiler(plan, expressions.Scope.With(name, slot)).All(asked);
        var step = new Step(edge.Left.Slot, edge.Slot, edge.Right.Slot, direction, new TypeSet(EdgeTypes.Of(edge.Pattern.Types)), [.. used]);
        var count = pattern.Selector is { Kind: PathSelectorKind.Any or PathSelectorKind.Shortest } selector ? selector.Count : 1;
        var all = pattern.Function == ShortestFunction.AllShortestPaths || pattern.Selector is { Kind: PathSelectorKind.AllShortest };
        if (pattern.Selector is { Kind: PathSelectorKind.ShortestGroups or PathSelectorKind.All } other)
        {
            throw CypherErrors.NotSupported($"The path selector {other.Kind} is not known yet.", other.Span.Start);
        }

        Operator shortest = new ShortestPaths(input, step, length.Minimum ?? 1, length.Maximum, each, slot, all, count) { Details = $"({edge.Left.Name})-[{edge.Name}{step.Types}*]-({edge.Right.Name})" };
        return path is null ? shortest : new PathProjection(shortest, path.Slot, edge.Left.Slot, [edge.Slot]);
    }
}
