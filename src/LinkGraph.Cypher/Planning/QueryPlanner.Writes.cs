using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Expressions;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Execution.Writing;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>CREATE, MERGE, SET, REMOVE, DELETE, FOREACH.</summary>
internal sealed partial class QueryPlanner
{
    private static readonly List<string> s_none = [];

    private void Write(Clause clause)
    {
        // A clause writes for all rows what the clauses before it have read for all rows, unless they have nothing to do with each other.
        var effects = WriteEffects.Of(clause, scope);
        var clashes = reads || (writes && (effects is null || written?.ClashesWith(effects) != false));
        if (clashes)
        {
            at = new Eager(at, scope.Slots);
        }

        written = clashes || !writes ? effects : written!.With(effects!);
        (plan.Writes, writes, reads) = (true, true, false);
        var expressions = new ExpressionCompiler(plan, scope);
        switch (clause)
        {
            case CreateClause create:
                Create(create);
                break;
            case MergeClause merge:
                Merge(merge);
                break;
            case SetClause set:
                at = new Change("SetProperty", at, [.. Sets(set.Items, expressions)]);
                break;
            case RemoveClause remove:
                at = new Change("RemoveProperty", at, [.. remove.Items.Select(i => Removal(i, expressions))]);
                break;
            case DeleteClause delete:
                Delete(delete, expressions);
                break;
            case ForeachClause each:
                Foreach(each, expressions);
                break;
            default:
                throw CypherErrors.NotSupported($"{clause.GetType().Name} is not known yet.", clause.Span.Start);
        }
    }

    private void Delete(DeleteClause delete, ExpressionCompiler expressions)
    {
        var detach = delete.Mode == DeleteMode.Detach;
        Action<ExecutionState, Value[]>[] deletions = [.. delete.Expressions.Select(e =>
        {
            var value = expressions.Compile(e);
            return (Action<ExecutionState, Value[]>)((state, row) => EntityWriter.Delete(state, value(state, row), detach));
        })];
        at = new Eager(new Change(detach ? "DetachDelete" : "Delete", at, deletions), scope.Slots);
    }

    private void Foreach(ForeachClause each, ExpressionCompiler expressions)
    {
        var slot = plan.Frame.Add();
        var body = new QueryPlanner(plan) { scope = scope.With(each.Variable.Name, slot) };
        foreach (var update in each.Updates)
        {
            body.Clause(update);
        }

        at = new Execution.Writing.Foreach(at, expressions.Compile(each.List), slot, body.at);
    }

    private void Create(CreateClause create)
    {
        var (creations, after, paths) = Creations(create.Patterns, known: Asked(create));
        at = new CreatePattern(at, [.. creations]);
        foreach (var path in paths)
        {
            at = path(at);
        }

        scope = after;
    }

    /// <summary>What properties ask of the graph, they ask for all rows before the clause makes anything.</summary>
    private Dictionary<Expression, int> Asked(CreateClause create)
    {
        var own = create.Patterns.SelectMany(p => p.Elements).Select(e => (e as NodePattern)?.Variable ?? (e as RelationshipPattern)?.Variable)
            .OfType<Variable>().Select(v => v.Name).Where(n => !scope.Has(n)).ToHashSet();
        var asking = create.Patterns.SelectMany(p => p.Elements).Select(e => (e as NodePattern)?.Properties ?? (e as RelationshipPattern)?.Properties)
            .OfType<MapLiteral>().SelectMany(map => map.Entries).Select(entry => entry.Value).Where(AsksAlone).Distinct().ToDictionary(e => e, _ => plan.Frame.Add());
        if (asking.Count > 0)
        {
            var expressions = new ExpressionCompiler(plan, scope);
            at = new Compute(at, [.. asking.Select(a => (a.Value, expressions.Compile(a.Key)))]);
            at = new Eager(at, [.. scope.Slots, .. asking.Values]);
        }

        return asking;

        bool AsksAlone(Expression value)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            SyntaxWalk.Variables(value, names);
            return !names.Overlaps(own)
                && SyntaxWalk.Any(value, n => n is ExistsExpression or CountExpression or CollectExpression or PatternComprehension or PatternExpression);
        }
    }

    private void Merge(MergeClause merge)
    {
        var builder = new PatternGraphBuilder(plan.Frame, scope);
        var graph = builder.Build([merge.Pattern], null);
        var match = MatchPlanner.Plan(plan, graph, builder.Scope, scope, new Argument());
        var (creations, after, paths) = Creations([merge.Pattern], builder);
        var expressions = new ExpressionCompiler(plan, after);
        var required = merge.Pattern.Elements.SelectMany(e => e switch
        {
            NodePattern { Properties: MapLiteral map } => map.Entries.Select(p => (p.Value, "node")),
            RelationshipPattern { Properties: MapLiteral map } => map.Entries.Select(p => (p.Value, "relationship")),
            _ => [],
        }).Select(p => (new ExpressionCompiler(plan, scope).Compile(p.Value), p.Item2)).ToArray();
        at = new Execution.Writing.Merge(
            at, match, [.. creations],
            [.. merge.Actions.Where(a => a.OnCreate).SelectMany(a => Sets(a.Items, expressions))],
            [.. merge.Actions.Where(a => !a.OnCreate).SelectMany(a => Sets(a.Items, expressions))], required);
        foreach (var path in paths)
        {
            at = path(at);
        }

        scope = after;
    }

    /// <summary>What patterns make, in the order in which it is made; where a pattern was matched first, into the slots of the match.</summary>
    private (List<Creation> Creations, Scope After, List<Func<Operator, Operator>> Paths) Creations(
        IEnumerable<PathPattern> patterns, PatternGraphBuilder? matched = null, IReadOnlyDictionary<Expression, int>? known = null)
    {
        var (creations, after, paths) = (new List<Creation>(), scope, new List<Func<Operator, Operator>>());
        foreach (var pattern in patterns)
        {
            var (nodes, edges) = (new List<int>(), new List<int>());
            foreach (var node in pattern.Elements.OfType<NodePattern>())
            {
                nodes.Add(Node(node));
            }

            foreach (var edge in pattern.Elements.OfType<RelationshipPattern>())
            {
                var slot = matched?.Elements[edge] ?? plan.Frame.Add();
                var (start, end) = edge.Direction == PatternDirection.Incoming ? (nodes[edges.Count + 1], nodes[edges.Count]) : (nodes[edges.Count], nodes[edges.Count + 1]);
                var expressions = new ExpressionCompiler(plan, after, known);
                creations.Add(new RelationshipCreation(slot, Names(edge.Types, expressions), start, end, Properties(edge.Properties, expressions)));
                after = edge.Variable is { } named ? after.With(named.Name, slot) : after;
                edges.Add(slot);
            }

            if (pattern.Variable is { } path)
            {
                var slot = matched?.Scope[path.Name] ?? plan.Frame.Add();
                after = after.With(path.Name, slot);
                paths.Add(input => new Execution.Reading.PathProjection(input, slot, nodes[0], [.. edges]));
            }
        }

        return (creations, after, paths);

        int Node(NodePattern node)
        {
            if (node.Variable is { } variable && after.Has(variable.Name))
            {
                return after[variable.Name];
            }

            var slot = matched?.Elements[node] ?? plan.Frame.Add();
            var expressions = new ExpressionCompiler(plan, after, known);
            creations.Add(new NodeCreation(slot, Names(node.Labels, expressions), Properties(node.Properties, expressions)));
            after = node.Variable is { } named ? after.With(named.Name, slot) : after;
            return slot;
        }
    }

    private static Evaluator Properties(Expression? properties, ExpressionCompiler expressions) =>
        properties is null ? (_, _) => Value.Map(MapValue.Empty) : expressions.Compile(properties);

    /// <summary>Labels that are given, not asked for.</summary>
    private static Func<ExecutionState, Value[], List<string>> Names(LabelExpression? labels, ExpressionCompiler expressions)
    {
        switch (labels)
        {
            case null:
                return (_, _) => s_none;
            case LabelName { Name: var name }:
                List<string> one = [name];
                return (_, _) => one;
            case DynamicLabel dynamic:
                var value = expressions.Compile(dynamic.Expression);
                return (state, row) => LabelNames.Of(value(state, row));
            case LabelAnd and:
                var all = and.Operands.Select(l => Names(l, expressions)).ToArray();
                return (state, row) => [.. all.SelectMany(l => l(state, row))];
            default:
                throw CypherErrors.Syntax("Label expressions in patterns are not allowed in a CREATE or MERGE clause.", labels.Span.Start);
        }
    }

    /// <summary>Properties of one entity that are set side by side are all computed before any is set.</summary>
    private static List<Action<ExecutionState, Value[]>> Sets(IEnumerable<SetItem> items, ExpressionCompiler expressions)
    {
        List<Action<ExecutionState, Value[]>> sets = [];
        List<SetProperty> together = [];
        foreach (var item in items)
        {
            var property = item as SetProperty;
            if (together.Count > 0 && (property is null || !property.Target.Subject.Equals(together[0].Target.Subject)))
            {
                sets.Add(Set(together, expressions));
                together = [];
            }

            if (property is null)
            {
                sets.Add(Set(item, expressions));
            }
            else
            {
                together.Add(property);
            }
        }

        return together.Count > 0 ? [.. sets, Set(together, expressions)] : sets;
    }

    private static Action<ExecutionState, Value[]> Set(List<SetProperty> properties, ExpressionCompiler expressions)
    {
        var (subject, keys) = (expressions.Compile(properties[0].Target.Subject), properties.ConvertAll(p => new PropertyKey(p.Target.Key)));
        var values = properties.ConvertAll(p => expressions.Compile(p.Value));
        var step = properties.DistinctBy(p => p.Target.Key).Count() == properties.Count ? properties.Count : 1;
        return (state, row) =>
        {
            var entity = subject(state, row);
            if (entity.IsNull)
            {
                return;
            }

            var computed = new Property[keys.Count];
            for (var i = 0; i < computed.Length; i++)
            {
                computed[i] = new(keys[i].In(state.Writer), values[i](state, row));
            }

            for (var i = 0; i < computed.Length; i += step)
            {
                EntityWriter.SetProperties(state, entity, computed.AsSpan(i, step));
            }
        };
    }

    private static Action<ExecutionState, Value[]> Set(SetItem item, ExpressionCompiler expressions)
    {
        switch (item)
        {
            case SetDynamicProperty dynamic:
                var (of, name, content) = (expressions.Compile(dynamic.Target.Subject), expressions.Compile(dynamic.Target.Index), expressions.Compile(dynamic.Value));
                return (state, row) => EntityWriter.SetProperty(state, of(state, row), KeyOf(name(state, row)), content(state, row));
            case ReplaceProperties replace:
                var (replaced, by) = (expressions.Compile(replace.Variable), expressions.Compile(replace.Value));
                return (state, row) =>
                {
                    var entity = replaced(state, row);
                    EntityWriter.ReplaceProperties(state, entity, Given(state, entity, by(state, row)));
                };
            case AddProperties add:
                var (added, more) = (expressions.Compile(add.Variable), expressions.Compile(add.Value));
                return (state, row) =>
                {
                    var entity = added(state, row);
                    EntityWriter.AddProperties(state, entity, Given(state, entity, more(state, row)));
                };
            case SetLabels labels:
                var (node, names) = (expressions.Compile(labels.Variable), Names(new LabelAnd(labels.Labels), expressions));
                return (state, row) => EntityWriter.AddLabels(state, node(state, row), names(state, row));
            default:
                throw new InvalidOperationException($"Unknown item {item.GetType().Name}.");
        }
    }

    /// <summary>Properties to set: null is no map, unless there is nothing to set them on.</summary>
    private static MapValue Given(ExecutionState state, Value entity, Value properties) => properties.IsNull && !entity.IsNull
        ? throw CypherErrors.Type("Expected a map of properties, but it was null.")
        : EntityProperties.Of(state, properties);

    private static Action<ExecutionState, Value[]> Removal(RemoveItem item, ExpressionCompiler expressions)
    {
        switch (item)
        {
            case RemoveProperty property:
                var (subject, key) = (expressions.Compile(property.Target.Subject), property.Target.Key);
                return (state, row) => EntityWriter.SetProperty(state, subject(state, row), key, Value.Null);
            case RemoveDynamicProperty dynamic:
                var (of, name) = (expressions.Compile(dynamic.Target.Subject), expressions.Compile(dynamic.Target.Index));
                return (state, row) => EntityWriter.SetProperty(state, of(state, row), KeyOf(name(state, row)), Value.Null);
            case RemoveLabels labels:
                var (node, names) = (expressions.Compile(labels.Variable), Names(new LabelAnd(labels.Labels), expressions));
                return (state, row) => EntityWriter.RemoveLabels(state, node(state, row), names(state, row));
            default:
                throw new InvalidOperationException($"Unknown item {item.GetType().Name}.");
        }
    }

    private static string KeyOf(Value value) =>
        value.IsString ? value.AsString() : throw CypherErrors.Type($"A property key is a string, not a value of type {value.Kind}.");
}
