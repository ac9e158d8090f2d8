using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>Parts of a pattern that nothing known leads to: an index seek for every row, a hash join, or the product of both.</summary>
internal sealed partial class MatchPlanner
{
    private enum StartKind
    {
        /// <summary>The node is found anew for every row.</summary>
        Apply,

        /// <summary>Nodes are found once, and joined by a value.</summary>
        Join,

        /// <summary>Nodes are found once, for all rows.</summary>
        Product,
    }

    private PatternStart Start(PatternNode node)
    {
        var beside = LeafPlanner.Cheapest(plan, expressions, node, open, bound);
        var (each, many) = (beside.Rows * Math.Max(rows, 1), at is not Argument);
        if (!many)
        {
            return new PatternStart(StartKind.Apply, beside, beside.Rows, null);
        }

        var alone = LeafPlanner.Cheapest(plan, expressions, node, [.. open.Where(o => IsAbout(o.Predicate, node))], []);
        return alone.Rows <= each && Join(node) is { } join ? new PatternStart(StartKind.Join, alone, alone.Rows, join)
            : alone.Rows <= beside.Rows ? new PatternStart(StartKind.Product, alone, each, null)
            : new PatternStart(StartKind.Apply, beside, each, null);
    }

    private static bool IsAbout(Expression predicate, PatternNode node) => ExpressionTree.Names(predicate).All(n => n == node.Name);

    /// <summary>An equality between something of the node alone and something known.</summary>
    private EqualityJoin? Join(PatternNode node)
    {
        foreach (var (predicate, needs) in open)
        {
            if (!needs.Contains(node.Name) || !needs.All(n => n == node.Name || bound.Contains(n))
                || predicate is not ComparisonExpression { Rest: [{ Operator: ComparisonOperator.Equal } part] } equality)
            {
                continue;
            }

            foreach (var (own, other) in new[] { (equality.First, part.Operand), (part.Operand, equality.First) })
            {
                var (of, from) = (ExpressionTree.Names(own), ExpressionTree.Names(other));
                if (of.Count == 1 && of.Contains(node.Name) && from.Count > 0 && !from.Contains(node.Name))
                {
                    return new EqualityJoin(predicate, own, other);
                }
            }
        }

        return null;
    }

    private void Begin(PatternStart start)
    {
        var leaf = start.Leaf;
        open.RemoveAll(o => leaf.Answers.Any(a => ReferenceEquals(o.Predicate, a)) || ReferenceEquals(o.Predicate, start.Join?.Predicate));
        if (start.Kind == StartKind.Apply)
        {
            at = at is Argument ? leaf.Operator : new Apply(at, leaf.Operator);
        }
        else
        {
            var once = leaf.Operator;
            foreach (var (predicate, _) in open.Where(o => IsAbout(o.Predicate, leaf.Node) && o.Needs.Count > 0).ToList())
            {
                once = new Filter(once, expressions.Predicate(predicate)) { Details = predicate.ToString() };
                open.RemoveAll(o => ReferenceEquals(o.Predicate, predicate));
            }

            at = start.Join is { } join
                ? new HashJoin(once, at, expressions.Compile(join.Own), expressions.Compile(join.Other), [leaf.Node.Slot]) { Details = join.Predicate.ToString() }
                : new CartesianProduct(at, once, [leaf.Node.Slot]);
        }

        rows *= start.Kind == StartKind.Join ? 1 : leaf.Rows;
        Know(leaf.Node.Name);
    }

    private sealed record EqualityJoin(Expression Predicate, Expression Own, Expression Other);

    private sealed record PatternStart(StartKind Kind, LeafPlan Leaf, double Cost, EqualityJoin? Join);
}
