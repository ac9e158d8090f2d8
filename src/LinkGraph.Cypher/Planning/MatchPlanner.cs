using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>
/// From a pattern graph to operators: the cheapest beginning first, then the cheapest step, every predicate as soon as its variables are known.
/// </summary>
internal sealed partial class MatchPlanner
{
    private readonly PlanContext plan;
    private readonly PatternGraph graph;
    private readonly ExpressionCompiler expressions;
    private readonly HashSet<string> bound;
    private readonly HashSet<string> introduced;
    private readonly List<(Expression Predicate, HashSet<string> Needs)> open = [];
    private readonly List<PatternEdge> left;
    private readonly List<int> used;
    private readonly WalkBudget? budget;
    private Operator at;
    private double rows = 1;

    private MatchPlanner(PlanContext plan, PatternGraph graph, Scope scope, Scope outer, Operator input, IEnumerable<int> used, WalkBudget? budget)
    {
        (this.plan, this.graph, at, this.used, this.budget) = (plan, graph, input, [.. used], budget);
        expressions = new ExpressionCompiler(plan, scope);
        bound = [.. outer.Names];
        introduced = [.. scope.Names.Where(n => !outer.Has(n))];
        left = [.. graph.Edges];
        foreach (var predicate in graph.Predicates)
        {
            var needs = ExpressionTree.Names(predicate);
            needs.IntersectWith(introduced);
            open.Add((predicate, needs));
        }
    }

    /// <param name="plan">The statement's planning.</param>
    /// <param name="graph">What to match.</param>
    /// <param name="scope">With the variables of the patterns.</param>
    /// <param name="outer">Without.</param>
    /// <param name="input">Gives the rows beside which to match.</param>
    /// <param name="used">Slots of relationships that are not to be met again.</param>
    /// <param name="budget">How long walks may get.</param>
    public static Operator Plan(
        PlanContext plan, PatternGraph graph, Scope scope, Scope outer, Operator input, IEnumerable<int>? used = null, WalkBudget? budget = null)
    {
        var planner = new MatchPlanner(plan, graph, scope, outer, input, used ?? [], budget);
        planner.Run();
        return planner.at;
    }

    private void Run()
    {
        // An expand passes over a null by itself; a node that stands alone must be asked.
        foreach (var node in graph.Nodes.Where(n => n.Bound && !graph.Edges.Exists(e => e.Left == n || e.Right == n)))
        {
            at = new Filter(at, (_, row) => Value.Of(!row[node.Slot].IsNull)) { Details = $"{node.Name} IS NOT NULL" };
        }

        Apply();
        while (true)
        {
            if (NextEdge() is { } edge)
            {
                Take(edge);
            }
            else if (graph.Nodes.Where(n => !Known(n)).Select(Start).MinBy(s => s.Cost) is { } start)
            {
                Begin(start);
            }
            else
            {
                break;
            }
        }

        foreach (var selective in graph.Shortest)
        {
            at = ShortestPlanner.Plan(plan, expressions, at, selective, bound, used);
            bound.UnionWith(ShortestPlanner.Names(selective));
            Apply();
        }

        foreach (var path in graph.Paths)
        {
            at = new PathProjection(at, path.Slot, path.Nodes[0].Slot, [.. path.Edges.Select(e => e.Slot)]);
        }

        bound.UnionWith(introduced);
        Apply();
    }

    private bool Known(PatternNode node) => node.Bound || bound.Contains(node.Name);

    private void Know(string name)
    {
        bound.Add(name);
        Apply();
    }

    /// <summary>Asks what can be asked by now.</summary>
    private void Apply()
    {
        for (var i = 0; i < open.Count;)
        {
            if (open[i].Needs.IsSubsetOf(bound))
            {
                at = new Filter(at, expressions.Predicate(open[i].Predicate)) { Details = CypherPrinter.Print(open[i].Predicate) };
                rows *= 0.5;
                open.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>The cheapest step from what is known: none but between known nodes, or from one of them.</summary>
    private PatternEdge? NextEdge() => left
        .Where(e => ((e.Bound && !e.IsVarLength) || Known(e.Left) || Known(e.Right)) && (e.Walk is null || !e.Walk.Needs.Any(n => introduced.Contains(n) && !bound.Contains(n))))
        .MinBy(Cost);

    private double Cost(PatternEdge edge)
    {
        if (edge.Bound && !edge.IsVarLength)
        {
            return 0;
        }

        var per = edge.IsVarLength ? 1000 : plan.Statistics.PerNode(EdgeTypes.Of(edge.Pattern.Types));
        return Known(edge.Left) && Known(edge.Right) ? 0.01 + (per * 0.001) : per;
    }

    private void Take(PatternEdge edge)
    {
        left.Remove(edge);
        var forward = Known(edge.Left);
        var (from, to) = forward ? (edge.Left, edge.Right) : (edge.Right, edge.Left);
        var direction = edge.Pattern.Direction switch
        {
            PatternDirection.Both => Direction.Both,
            PatternDirection.Outgoing => forward ? Direction.Outgoing : Direction.Incoming,
            _ => forward ? Direction.Incoming : Direction.Outgoing,
        };
        var step = new Step(from.Slot, edge.Slot, to.Slot, direction, new TypeSet(EdgeTypes.Of(edge.Pattern.Types)), [.. used]);
        used.Add(edge.Slot);

        rows *= Math.Max(Cost(edge), 0.1);
        at = Operator(edge, step, Known(from), Known(to), forward);
        bound.Add(edge.Name);
        bound.UnionWith(edge.Walk?.Groups.Select(g => g.Name) ?? []);
        bound.Add(from.Name);
        bound.Add(to.Name);
        Apply();
    }

    private Operator Operator(PatternEdge edge, Step step, bool fromKnown, bool toKnown, bool forward)
    {
        var details = $"({step.From})-[{edge.Name}{step.Types}]-({step.To})";
        if (edge.Walk is { } walk)
        {
            return Repeat(walk, step, toKnown, forward);
        }

        if (edge.Pattern.Length is { } length)
        {
            if (edge.Bound)
            {
                return new BoundWalk(at, step, toKnown, length.Minimum ?? 1, length.Maximum);
            }

            var (each, slot) = Each(edge);
            at = new VarLengthExpand(at, step, length.Minimum ?? 1, length.Maximum, toKnown, each, slot, budget) { Details = details, Estimate = rows };
            return forward ? at : new ReverseList(at, step.Relationship);
        }

        if (edge.Bound)
        {
            return new ProjectEndpoints(at, step, fromKnown, toKnown) { Details = details };
        }

        return toKnown
            ? new ExpandInto(at, step) { Details = details, Estimate = rows }
            : new ExpandAll(at, step) { Details = details, Estimate = rows };
    }

    /// <summary>The inside is a plan of its own, which begins at the node where the walk so far has come to.</summary>
    private Repeat Repeat(QuantifiedWalk walk, Step step, bool toKnown, bool forward)
    {
        var elements = walk.Path.Elements;
        var (entry, exit) = ((NodePattern)elements[forward ? 0 : ^1], (NodePattern)elements[forward ? ^1 : 0]);
        var (entrySlot, walked) = (plan.Frame.Add(), plan.Frame.Add());
        var around = expressions.Scope.Without(walk.Groups.Select(g => g.Name)).With(entry.Variable!.Name, entrySlot);
        var builder = new PatternGraphBuilder(plan.Frame, around);
        var inside = builder.Build([new PathPattern(null, null, ShortestFunction.None, elements)], walk.Path.Where);
        var operation = Plan(plan, inside, builder.Scope, around, new Argument(), [.. step.Used, walked]);
        var quantifier = walk.Path.Quantifier!;
        return new Repeat(at, operation, step, toKnown, quantifier.Minimum, quantifier.Maximum, budget)
        {
            Entry = entrySlot,
            Exit = builder.Scope[exit.Variable!.Name],
            Walked = walked,
            Relationships = [.. inside.Edges.Select(e => e.Slot)],
            Groups = [.. walk.Groups.Select(g => (builder.Scope[g.Name], g.Slot))],
            Forward = forward,
            Details = walk.Path.ToString(),
            Estimate = rows,
        };
    }

    /// <summary>What each relationship of a walk must be.</summary>
    private (Evaluator? Each, int Slot) Each(PatternEdge edge)
    {
        var slot = plan.Frame.Add();
        var name = edge.Pattern.Variable?.Name ?? edge.Name;
        var variable = new Variable(name);
        var asked = PatternGraphBuilder.Properties(variable, edge.Pattern.Properties).Concat(ExpressionTree.Conjuncts(edge.Pattern.Where)).ToList();
        if (!EdgeTypes.AreNames(edge.Pattern.Types))
        {
            asked.Add(new LabelPredicate(variable, edge.Pattern.Types!));
        }

        var inner = new ExpressionCompiler(plan, expressions.Scope.With(name, slot));
        return asked.Count == 0 ? (null, slot) : (inner.All(asked), slot);
    }
}
