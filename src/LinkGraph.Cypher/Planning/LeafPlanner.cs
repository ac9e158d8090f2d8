using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>A way to begin at a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Operator">Gives it, beside the row as it stands.</param>
/// <param name="Rows">How many nodes to expect.</param>
/// <param name="Answers">Predicates that need not be asked again.</param>
internal sealed record LeafPlan(PatternNode Node, Operator Operator, double Rows, IReadOnlyList<Expression> Answers);

/// <summary>The cheapest way to begin at a node: by id, by an index, by a label, or all nodes.</summary>
internal static class LeafPlanner
{
    /// <summary>A scan never counts as cheaper than this: what is small when a statement is planned may have grown when the plan is used, and a seek finds
    /// one of few as fast.</summary>
    private const double LeastScan = 10;

    public static LeafPlan Cheapest(
        PlanContext plan, ExpressionCompiler expressions, PatternNode node, List<(Expression Predicate, HashSet<string> Needs)> open, HashSet<string> bound)
    {
        var about = open.Where(o => o.Needs.Contains(node.Name) && o.Needs.All(n => n == node.Name || bound.Contains(n))).Select(o => o.Predicate).ToList();
        var best = new LeafPlan(node, new AllNodesScan(node.Slot) { Details = Shown(node), Estimate = plan.Statistics.Nodes }, Math.Max(plan.Statistics.Nodes, LeastScan + 1), []);
        foreach (var predicate in about)
        {
            if (ById(expressions, node, predicate) is { } byId)
            {
                return byId;
            }

            if (predicate is LabelPredicate { Subject: Variable subject, Labels: LabelName label } && subject.Name == node.Name)
            {
                foreach (var candidate in ByLabel(plan, expressions, node, predicate, label.Name, about))
                {
                    best = candidate.Rows < best.Rows ? candidate : best;
                }
            }
        }

        return best;
    }

    private static string Shown(PatternNode node) => Frame.IsAnonymous(node.Name) ? "()" : node.Name;

    private static LeafPlan? ById(ExpressionCompiler expressions, PatternNode node, Expression predicate)
    {
        var (call, value) = predicate switch
        {
            ComparisonExpression { Rest: [{ Operator: ComparisonOperator.Equal }] } equal when IsId(equal.First, node) => (equal.First, equal.Rest[0].Operand),
            ComparisonExpression { Rest: [{ Operator: ComparisonOperator.Equal }] } equal when IsId(equal.Rest[0].Operand, node) => (equal.Rest[0].Operand, equal.First),
            BinaryExpression { Operator: BinaryOperator.In } member when IsId(member.Left, node) => (member.Left, member.Right),
            _ => (null, null),
        };
        if (call is null || ExpressionTree.Names(value!).Contains(node.Name))
        {
            return null;
        }

        var element = ((FunctionInvocation)call).Name.Equals("elementId", StringComparison.OrdinalIgnoreCase);
        var seek = new NodeByIdSeek(node.Slot, expressions.Compile(value!), element) { Details = Shown(node) };
        return new LeafPlan(node, seek, 1, []);
    }

    private static bool IsId(Expression expression, PatternNode node) =>
        expression is FunctionInvocation { Namespace.Count: 0, Arguments: [Variable variable] } call && variable.Name == node.Name
        && (call.Name.Equals("id", StringComparison.OrdinalIgnoreCase) || call.Name.Equals("elementId", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<LeafPlan> ByLabel(
        PlanContext plan, ExpressionCompiler expressions, PatternNode node, Expression predicate, string label, List<Expression> about)
    {
        var nodes = plan.Statistics.NodesWith(label);
        yield return new LeafPlan(node, new NodeByLabelScan(node.Slot, label) { Details = $"{Shown(node)}:{label}", Estimate = nodes }, Math.Max(nodes, LeastScan), [predicate]);
        foreach (var index in plan.Statistics.IndexesOn(label))
        {
            if (index.Kind == Storage.IndexKind.Range && Seek(plan, expressions, node, predicate, index, about) is { } seek)
            {
                yield return seek;
            }
        }
    }

    private static LeafPlan? Seek(
        PlanContext plan, ExpressionCompiler expressions, PatternNode node, Expression label, IndexDescriptor index, List<Expression> about)
    {
        var keys = index.Keys.Select(plan.Statistics.KeyName).ToArray();
        var entries = Math.Max(plan.Statistics.Entries(index), 1);
        var equal = keys.Select(k => about.Select(p => (Predicate: p, Value: EqualTo(p, node, k))).FirstOrDefault(p => p.Value is not null)).TakeWhile(p => p.Value is not null).ToArray();
        var details = $"{Shown(node)}:{((LabelName)((LabelPredicate)label).Labels).Name}({string.Join(", ", keys)})";
        if (equal.Length == keys.Length)
        {
            var rows = index.IsUnique ? 1 : entries / Math.Max(plan.Statistics.Distinct(index), 1);
            var operation = new NodeIndexSeek(node.Slot, index, [.. equal.Select(e => expressions.Compile(e.Value!))], false) { Details = details, Estimate = rows };
            return new LeafPlan(node, operation, rows, [label, .. equal.Select(e => e.Predicate)]);
        }

        if (keys.Length > 1)
        {
            return null;
        }

        foreach (var predicate in about)
        {
            if (predicate is BinaryExpression { Operator: BinaryOperator.In } member && IsProperty(member.Left, node, keys[0]) && !Uses(member.Right, node))
            {
                return new LeafPlan(node, new NodeIndexSeek(node.Slot, index, [expressions.Compile(member.Right)], true) { Details = details },
                    10 * entries / Math.Max(plan.Statistics.Distinct(index), 1), [label]);
            }

            if (predicate is BinaryExpression { Operator: BinaryOperator.StartsWith } prefix && IsProperty(prefix.Left, node, keys[0]) && !Uses(prefix.Right, node))
            {
                return new LeafPlan(node, new NodeIndexPrefixSeek(node.Slot, index, expressions.Compile(prefix.Right)) { Details = details }, entries / 20, [label]);
            }
        }

        return Range(expressions, node, label, index, about, keys[0], entries, details);
    }

    private static LeafPlan? Range(
        ExpressionCompiler expressions, PatternNode node, Expression label, IndexDescriptor index, List<Expression> about, string key, double entries, string details)
    {
        (Evaluator, bool)? lower = null, upper = null;
        foreach (var predicate in about)
        {
            if (predicate is not ComparisonExpression { Rest: [{ } part] } comparison || part.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            {
                continue;
            }

            var flipped = IsProperty(part.Operand, node, key);
            if ((!flipped && !IsProperty(comparison.First, node, key)) || Uses(flipped ? comparison.First : part.Operand, node))
            {
                continue;
            }

            var inclusive = part.Operator is ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual;
            var bound = (expressions.Compile(flipped ? comparison.First : part.Operand), inclusive);
            if (part.Operator is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual != flipped)
            {
                lower = bound;
            }
            else
            {
                upper = bound;
            }
        }

        return lower is null && upper is null
            ? null
            : new LeafPlan(node, new NodeIndexRangeSeek(node.Slot, index, lower, upper) { Details = details }, entries / (lower is not null && upper is not null ? 10 : 3), [label]);
    }

    private static Expression? EqualTo(Expression predicate, PatternNode node, string key) => predicate switch
    {
        ComparisonExpression { Rest: [{ Operator: ComparisonOperator.Equal } part] } equal when IsProperty(equal.First, node, key) && !Uses(part.Operand, node) => part.Operand,
        ComparisonExpression { Rest: [{ Operator: ComparisonOperator.Equal } part] } equal when IsProperty(part.Operand, node, key) && !Uses(equal.First, node) => equal.First,
        _ => null,
    };

    private static bool IsProperty(Expression expression, PatternNode node, string key) =>
        expression is PropertyAccess { Subject: Variable variable } access && variable.Name == node.Name && access.Key == key;

    private static bool Uses(Expression expression, PatternNode node) => ExpressionTree.Names(expression).Contains(node.Name);
}
