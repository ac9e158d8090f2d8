using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>
/// A path pattern between two known nodes as an automaton, where each predicate asks about one node, about one relationship with the nodes beside it,
/// or about the whole path. Null where the pattern asks for more, such as a relationship that is known already.
/// </summary>
internal sealed class AutomatonPlanner
{
    private const int MostPlaces = 256;
    private readonly PlanContext plan;
    private readonly ExpressionCompiler expressions;
    private readonly SelectivePath selective;
    private readonly HashSet<string> known;
    private readonly HashSet<string> own;
    private readonly List<Expression> open;
    private readonly List<WalkPlace> places = [new()];
    private readonly List<WalkEdge> edges = [];

    private AutomatonPlanner(PlanContext plan, ExpressionCompiler expressions, SelectivePath selective, IEnumerable<string> bound)
    {
        (this.plan, this.expressions, this.selective) = (plan, expressions, selective);
        known = new(bound, StringComparer.Ordinal) { selective.First.Name, selective.Last.Name };
        own = [.. ShortestPlanner.Names(selective).Where(name => !known.Contains(name))];
        open = [.. selective.Inner.Predicates];
    }

    public static Operator? Plan(
        PlanContext plan, ExpressionCompiler expressions, Operator input, SelectivePath selective, IEnumerable<string> bound, IReadOnlyList<int> used, long count, bool groups)
    {
        var planner = new AutomatonPlanner(plan, expressions, selective, bound);
        if (!planner.Build())
        {
            return null;
        }

        Operator WithPath(Operator at) => selective.Path is { } path
            ? new PathProjection(at, path.Slot, selective.First.Slot, [.. selective.Edges.Select(e => e.Slot)])
            : at;
        var check = planner.open.Count == 0 ? null : expressions.All(planner.open);
        if (check is not null && selective.Path is not null)
        {
            // The path is made of the variables as they stand, for the predicates to see.
            var (made, asked) = (WithPath(new Argument()), check);
            check = (state, row) =>
            {
                foreach (var _ in made.Rows(state, row))
                {
                    return asked(state, row);
                }

                return Value.Null;
            };
        }

        return WithPath(new AutomatonSearch(
            input, new WalkAutomaton(planner.places, planner.edges), selective.First.Slot, selective.Last.Slot, [.. used], check, count, groups)
        {
            Details = selective.Details,
        });
    }

    private bool Build()
    {
        Place(places[0], selective.First);
        foreach (var edge in selective.Edges)
        {
            var last = edge == selective.Edges[^1];
            if (edge.Bound || !(edge.Walk is { } walk ? Quantified(edge, walk) : Relationship(edge)) || places.Count > MostPlaces)
            {
                return false;
            }

            var right = edge.Right;
            if (!last && !known.Contains(right.Name) && selective.Edges.Count(e => e.Right == right) > 1)
            {
                return false;
            }

            Place(places[^1], right);
        }

        return true;
    }

    /// <summary>A node between two edges, and what is asked of it alone.</summary>
    private void Place(WalkPlace place, PatternNode node)
    {
        if (known.Contains(node.Name) || node.Bound)
        {
            place.Known = node.Slot;
            return;
        }

        place.Node = node.Slot;
        place.Test = Take([node.Name]);
    }

    /// <summary>The predicates that ask about these variables and no other of the path.</summary>
    private Evaluator? Take(IEnumerable<string> names)
    {
        var now = open.Where(p => ExpressionTree.Names(p) is var asked && asked.Overlaps(names) && asked.All(n => names.Contains(n) || !own.Contains(n))).ToList();
        open.RemoveAll(now.Contains);
        return now.Count == 0 ? null : expressions.All(now);
    }

    private bool Relationship(PatternEdge edge)
    {
        if (edge.Pattern.Length is { } length)
        {
            return Repeated(edge, length.Minimum ?? 1, length.Maximum, [Each(edge)], []);
        }

        var (left, right) = (edge.Left, edge.Right);
        var names = new[] { edge.Name }.Concat(new[] { left, right }.Where(n => !known.Contains(n.Name)).Select(n => n.Name)).ToList();
        // What is asked of a node alone waits for the node.
        var waiting = open.Where(p => !ExpressionTree.Names(p).Contains(edge.Name)).ToList();
        open.RemoveAll(waiting.Contains);
        var test = Take(names);
        open.AddRange(waiting);
        places[^1].Steps.Add(new WalkStep(places.Count, edges.Count, DirectionOf(edge), Types(edge), test, edge.Slot, SlotOf(left), SlotOf(right)));
        places.Add(new WalkPlace());
        edges.Add(new WalkEdge(edge.Slot, false, SlotOf(right), 1, []));
        return true;
    }

    /// <summary>Each relationship of a walk is asked for itself.</summary>
    private Part Each(PatternEdge edge)
    {
        var slot = plan.Frame.Add();
        var variable = new Variable(edge.Pattern.Variable?.Name ?? edge.Name);
        var asked = PatternGraphBuilder.Properties(variable, edge.Pattern.Properties).Concat(ExpressionTree.Conjuncts(edge.Pattern.Where)).ToList();
        if (!EdgeTypes.AreNames(edge.Pattern.Types))
        {
            asked.Add(new LabelPredicate(variable, edge.Pattern.Types!));
        }

        var test = asked.Count == 0 ? null : new ExpressionCompiler(plan, expressions.Scope.With(variable.Name, slot)).All(asked);
        return new Part(DirectionOf(edge), Types(edge), test, slot, -1, -1);
    }

    private bool Quantified(PatternEdge edge, QuantifiedWalk walk)
    {
        if (walk.Needs.Overlaps(own))
        {
            return false;
        }

        var builder = new PatternGraphBuilder(plan.Frame, expressions.Scope.Without(walk.Groups.Select(g => g.Name)));
        var inside = builder.Build([new PathPattern(null, null, ShortestFunction.None, walk.Path.Elements)], walk.Path.Where);
        if (inside.Nodes.Count != inside.Edges.Count + 1 || inside.Shortest.Count > 0 || inside.Nodes.Exists(n => n.Bound) || inside.Edges.Exists(e => e.Bound || e.IsVarLength))
        {
            return false;
        }

        var compiler = new ExpressionCompiler(plan, builder.Scope);
        var (names, left) = (inside.Nodes.Select(n => n.Name).Concat(inside.Edges.Select(e => e.Name)).ToHashSet(StringComparer.Ordinal), inside.Predicates.ToList());
        var parts = new List<Part>();
        foreach (var step in inside.Edges)
        {
            var now = left.Where(p => ExpressionTree.Names(p).All(n => !names.Contains(n) || n == step.Name || n == step.Left.Name || n == step.Right.Name)).ToList();
            left.RemoveAll(now.Contains);
            parts.Add(new Part(DirectionOf(step), Types(step), now.Count == 0 ? null : compiler.All(now), step.Slot, step.Left.Slot, step.Right.Slot));
        }

        var groups = walk.Groups.Select(g => inside.Edges.FindIndex(e => e.Name == g.Name) is var at and >= 0
            ? (g.Slot, false, at)
            : (g.Slot, true, inside.Edges.FindIndex(e => e.Left.Name == g.Name) is var node and >= 0 ? node : inside.Edges.Count)).ToList();
        return left.Count == 0 && Repeated(edge, walk.Path.Quantifier!.Minimum, walk.Path.Quantifier.Maximum, parts, groups);
    }

    /// <summary>
    /// A place for every time that counts: as many as there may be, or, where there may be any number, as many as there must be, the last of which
    /// goes on to itself.
    /// </summary>
    private bool Repeated(PatternEdge edge, long least, long? most, IReadOnlyList<Part> parts, IReadOnlyList<(int, bool, int)> groups)
    {
        var times = most ?? least;
        if (most < least || (times + 1) * parts.Count > MostPlaces)
        {
            return false;
        }

        var (first, length) = (places.Count, parts.Count);
        places[^1].Next = first;
        var leaving = first + (((int)times + 1) * length) - (length - 1) + (most is null ? length - 1 : 0);
        for (var time = 0; time <= times; time++)
        {
            var goesOn = time < times || most is null;
            for (var part = 0; part < (goesOn ? length : 1); part++)
            {
                var place = new WalkPlace { Next = part == 0 && time >= least ? leaving : -1 };
                var next = part + 1 < length ? places.Count + 1 : time < times ? first + ((time + 1) * length) : first + (time * length);
                if (goesOn)
                {
                    var (direction, types, test, relationship, left, right) = parts[part];
                    place.Steps.Add(new WalkStep(next, edges.Count, direction, types, test, relationship, left, right));
                }

                places.Add(place);
            }
        }

        places.Add(new WalkPlace());
        edges.Add(new WalkEdge(edge.Slot, true, SlotOf(edge.Right), length, groups));
        return places.Count - 1 == leaving;
    }

    private int SlotOf(PatternNode node) => known.Contains(node.Name) || node.Bound ? -1 : node.Slot;

    private static TypeSet Types(PatternEdge edge) => new(EdgeTypes.Of(edge.Pattern.Types));

    private static Direction DirectionOf(PatternEdge edge) => edge.Pattern.Direction switch
    {
        PatternDirection.Both => Direction.Both,
        PatternDirection.Outgoing => Direction.Outgoing,
        _ => Direction.Incoming,
    };

    /// <summary>One relationship of a quantified part, as <see cref="WalkStep"/> has it.</summary>
    private sealed record Part(Direction Direction, TypeSet Types, Evaluator? Test, int Relationship, int Left, int Right);
}
