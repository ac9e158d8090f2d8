using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Expressions;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>Expressions that make variables of their own, and those that run a query of their own.</summary>
internal sealed partial class ExpressionCompiler
{
    private (ExpressionCompiler Inner, int Slot) Inside(Variable variable)
    {
        var slot = plan.Frame.Add();
        return (new ExpressionCompiler(plan, Scope.With(variable.Name, slot), known) { caseSubject = caseSubject }, slot);
    }

    private Evaluator Project(MapProjection projection)
    {
        var subject = Compile(projection.Variable);
        var items = projection.Items.Select(Item).ToArray();
        return (state, row) =>
        {
            var of = subject(state, row);
            if (of.IsNull)
            {
                return Value.Null;
            }

            var map = new MapValue();
            foreach (var item in items)
            {
                item(state, row, of, map);
            }

            return Value.Map(map);
        };
    }

    private Action<ExecutionState, Value[], Value, MapValue> Item(MapProjectionItem item)
    {
        switch (item)
        {
            case ProjectedProperty { Key: var key }:
                return (state, _, of, map) => map.With(key, Functions.Operators.Access.Property(state.Functions.Graph, of, key));
            case ProjectedAll:
                return (state, _, of, map) =>
                {
                    foreach (var (key, value) in EntityProperties.Of(state, of).Entries)
                    {
                        map.With(key, value);
                    }
                };
            case ProjectedVariable { Variable: var variable }:
                var named = Compile(variable);
                return (state, row, _, map) => map.With(variable.Name, named(state, row));
            case ProjectedEntry entry:
                var value = Compile(entry.Value);
                return (state, row, _, map) => map.With(entry.Key, value(state, row));
            default:
                throw new InvalidOperationException($"Unknown projection {item.GetType().Name}.");
        }
    }

    private Evaluator Comprehension(ListComprehension comprehension)
    {
        var list = Compile(comprehension.List);
        if (comprehension is { Where: null, Projection: null })
        {
            return list;
        }

        var (inner, slot) = Inside(comprehension.Variable);
        var where = comprehension.Where is null ? null : inner.Compile(comprehension.Where);
        var projection = comprehension.Projection is null ? null : inner.Compile(comprehension.Projection);
        return (state, row) =>
        {
            if (Lists.Of(list(state, row)) is not { } items)
            {
                return Value.Null;
            }

            var result = new ListBuilder(state);
            foreach (var item in items)
            {
                row[slot] = item;
                var mark = state.Memory.Used;
                var fits = where is null || Predicates.IsTrue(where(state, row));
                state.Memory.ReleaseTo(mark);
                if (fits)
                {
                    result.Add(projection is null ? item : state.Memory.Settle(mark, projection(state, row)));
                }
                else
                {
                    state.Check();
                }
            }

            return result.ToValue();
        };
    }

    private Evaluator Quantifier(QuantifierExpression quantifier)
    {
        var list = Compile(quantifier.List);
        var (inner, slot) = Inside(quantifier.Variable);
        var where = quantifier.Where is null ? null : inner.Compile(quantifier.Where);
        return (state, row) =>
        {
            if (Lists.Of(list(state, row)) is not { } items)
            {
                return Value.Null;
            }

            var (yes, unknown, no) = (0, 0, 0);
            var mark = state.Memory.Used;
            foreach (var item in items)
            {
                state.Check();
                row[slot] = item;
                var outcome = Functions.Operators.Logic.Truth(where is null ? item : where(state, row));
                state.Memory.ReleaseTo(mark);
                _ = outcome is null ? unknown++ : outcome == true ? yes++ : no++;
            }

            return quantifier.Kind switch
            {
                QuantifierKind.All => no > 0 ? Value.False : unknown > 0 ? Value.Null : Value.True,
                QuantifierKind.Any => yes > 0 ? Value.True : unknown > 0 ? Value.Null : Value.False,
                QuantifierKind.None => yes > 0 ? Value.False : unknown > 0 ? Value.Null : Value.True,
                _ => yes > 1 ? Value.False : unknown > 0 ? Value.Null : Value.Of(yes == 1),
            };
        };
    }

    private Evaluator Reduce(ReduceExpression reduce)
    {
        var (initial, list) = (Compile(reduce.Initial), Compile(reduce.List));
        var (outer, accumulator) = Inside(reduce.Accumulator);
        var (inner, slot) = outer.Inside(reduce.Variable);
        var body = inner.Compile(reduce.Body);
        return (state, row) =>
        {
            var total = initial(state, row);
            if (Lists.Of(list(state, row)) is not { } items)
            {
                return Value.Null;
            }

            var growth = new Growth(state.Memory);
            foreach (var item in items)
            {
                state.Check();
                (row[accumulator], row[slot]) = (total, item);
                total = growth.Settle(body(state, row));
            }

            return total;
        };
    }

    private Evaluator Exists(Query query)
    {
        if (Degree(query) is { } degree)
        {
            return (state, row) => Value.Of(degree(state, row) > 0);
        }

        var (operation, _) = plan.Subquery(query, Scope);
        return (state, row) =>
        {
            foreach (var _ in operation.Rows(state, row))
            {
                return Value.True;
            }

            return Value.False;
        };
    }

    private Evaluator Count(Query query)
    {
        if (Degree(query) is { } degree)
        {
            return (state, row) => Value.Of(degree(state, row));
        }

        var (operation, _) = plan.Subquery(query, Scope);
        return (state, row) => Value.Of(operation.Rows(state, row).LongCount());
    }

    private Evaluator Collect(Query query)
    {
        var (operation, columns) = plan.Subquery(query, Scope);
        var slot = columns is [var (_, only)]
            ? only
            : throw CypherErrors.Syntax("A Collect Expression must end with a single return column.", query.Span.Start);
        return (state, row) => ListBuilder.Of(state, row, operation, (_, r) => r[slot]);
    }

    private Evaluator Pattern(PatternComprehension comprehension)
    {
        var (operation, inner) = Match(comprehension.Pattern, comprehension.Where);
        var projection = new ExpressionCompiler(plan, inner, known).Compile(comprehension.Projection);
        return (state, row) => ListBuilder.Of(state, row, operation, projection);
    }

    /// <summary>A pattern as a predicate; a shortest path as the path, or the list of them.</summary>
    private Evaluator Pattern(PatternExpression expression)
    {
        if (expression.Pattern.Function == ShortestFunction.None)
        {
            if (Degree(expression.Pattern) is { } degree)
            {
                return (state, row) => Value.Of(degree(state, row) > 0);
            }

            var (exists, _) = Match(expression.Pattern, null);
            return (state, row) => Value.Of(exists.Rows(state, row).Any());
        }

        var named = expression.Pattern.Variable ?? new Variable(" path");
        var (paths, inner) = Match(expression.Pattern with { Variable = named }, null);
        var slot = inner[named.Name];
        return expression.Pattern.Function == ShortestFunction.AllShortestPaths
            ? (state, row) => ListBuilder.Of(state, row, paths, (_, r) => r[slot])
            : (state, row) =>
            {
                foreach (var _ in paths.Rows(state, row))
                {
                    return row[slot];
                }

                return Value.Null;
            };
    }

    private Func<ExecutionState, Value[], long>? Degree(Query query) =>
        query is { Unions.Count: 0, First.Clauses: [MatchClause { Optional: false, Where: null, Patterns: [var pattern] }] } ? Degree(pattern) : null;

    /// <summary>How many relationships a known node has is kept, and need not be counted; null if more is asked of them or of their other ends.</summary>
    private Func<ExecutionState, Value[], long>? Degree(PathPattern pattern)
    {
        if (pattern is not
            {
                Variable: null, Selector: null, Function: ShortestFunction.None,
                Elements:
                [
                    NodePattern { Labels: null, Properties: null, Where: null } left,
                    RelationshipPattern { Variable: null, Length: null, Properties: null, Where: null, Quantifier: null } edge,
                    NodePattern { Labels: null, Properties: null, Where: null } right,
                ],
            } || !EdgeTypes.AreNames(edge.Types) || (left.Variable is null) == (right.Variable is null))
        {
            return null;
        }

        var direction = edge.Direction switch
        {
            PatternDirection.Both => Direction.Both,
            PatternDirection.Outgoing => left.Variable is null ? Direction.Incoming : Direction.Outgoing,
            _ => left.Variable is null ? Direction.Outgoing : Direction.Incoming,
        };
        var (name, types) = ((left.Variable ?? right.Variable)!.Name, new TypeSet(EdgeTypes.Of(edge.Types)));
        return Scope.Has(name) && Compile(new Variable(name)) is { } node
            ? (state, row) => node(state, row) is { Kind: ValueKind.Node } known && !state.IsGone(known.AsNode()) ? state.View.Degree(known.AsNode(), direction, types.In(state.View)) : 0
            : null;
    }

    private (Operator Operation, Scope Scope) Match(PathPattern pattern, Expression? where)
    {
        var builder = new PatternGraphBuilder(plan.Frame, Scope);
        var graph = builder.Build([pattern], where);
        return (MatchPlanner.Plan(plan, graph, builder.Scope, Scope, new Execution.Joining.Argument()), builder.Scope);
    }
}
