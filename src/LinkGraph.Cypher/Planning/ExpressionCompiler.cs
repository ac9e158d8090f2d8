using System.Text;
using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Functions.Operators;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>Turns expressions into closures over the slots of a row.</summary>
/// <param name="plan">The statement's planning.</param>
/// <param name="scope">What can be named.</param>
/// <param name="known">Expressions whose values are in slots already: grouping keys, aggregates, projected items.</param>
internal sealed partial class ExpressionCompiler(PlanContext plan, Scope scope, IReadOnlyDictionary<Expression, int>? known = null)
{
    private int caseSubject = -1;

    public Scope Scope { get; } = scope;

    public Evaluator Compile(Expression expression)
    {
        if (known is not null && known.TryGetValue(expression, out var slot))
        {
            return (_, row) => row[slot];
        }

        return expression switch
        {
            Variable variable => Slot(Scope[variable.Name]),
            Parameter parameter => (state, _) => state.Parameter(parameter.Name),
            Literal literal => Constant(literal),
            ListLiteral list => List(list),
            MapLiteral map => Map(map),
            CaseSubject => Slot(caseSubject),
            PropertyAccess access => Property(access),
            IndexAccess access => Binary(access.Subject, access.Index, (state, subject, index) => Access.Index(state.Functions.Graph, subject, index)),
            SliceAccess slice => Slice(slice),
            LogicalExpression logical => Logical(logical),
            NotExpression not => Unary(not.Operand, Functions.Operators.Logic.Not),
            ComparisonExpression comparison => Comparison(comparison),
            BinaryExpression binary => Operation(binary),
            SignExpression sign => Unary(sign.Operand, sign.Negative ? Arithmetic.Negate : Arithmetic.Plus),
            IsNullExpression test => Unary(test.Operand, v => Value.Of(v.IsNull != test.Negated)),
            IsNormalizedExpression test => Normalized(test),
            IsTypedExpression test => Unary(test.Operand, v => Value.Of(TypePredicate.Is(v, test.Type) != test.Negated)),
            LabelPredicate predicate => Labels(predicate),
            SearchedCase searched => Searched(searched),
            SimpleCase simple => Simple(simple),
            FunctionInvocation call => Call(call),
            MapProjection projection => Project(projection),
            ListComprehension comprehension => Comprehension(comprehension),
            QuantifierExpression quantifier => Quantifier(quantifier),
            ReduceExpression reduce => Reduce(reduce),
            PatternComprehension comprehension => Pattern(comprehension),
            PatternExpression pattern => Pattern(pattern),
            ExistsExpression exists => Exists(exists.Query),
            CountExpression count => Count(count.Query),
            CollectExpression collect => Collect(collect.Query),
            CountStar => throw CypherErrors.Syntax("Invalid use of aggregating function count(...) in this context", expression.Span.Start),
            _ => throw CypherErrors.NotSupported($"Expressions of the kind {expression.GetType().Name} are not known.", expression.Span.Start),
        };
    }

    /// <summary>An expression that stands as a predicate.</summary>
    public Evaluator Predicate(Expression expression) => Compile(expression);

    /// <summary>The conjunction of some predicates.</summary>
    public Evaluator All(IReadOnlyList<Expression> predicates)
    {
        var all = predicates.Select(Compile).ToArray();
        return (state, row) =>
        {
            foreach (var predicate in all)
            {
                if (!Predicates.IsTrue(predicate(state, row)))
                {
                    return Value.False;
                }
            }

            return Value.True;
        };
    }

    private static Evaluator Slot(int slot) => (_, row) => row[slot];

    private static Evaluator Constant(Literal literal)
    {
        var value = literal switch
        {
            NullLiteral => Value.Null,
            BooleanLiteral b => Value.Of(b.Value),
            IntegerLiteral i => Value.Of(i.Value),
            FloatLiteral f => Value.Of(f.Value),
            StringLiteral s => Value.Of(s.Value),
            _ => throw new InvalidOperationException($"Unknown literal {literal.GetType().Name}."),
        };
        return (_, _) => value;
    }

    private Evaluator Unary(Expression operand, Func<Value, Value> of)
    {
        var inner = Compile(operand);
        return (state, row) => of(inner(state, row));
    }

    private Evaluator Binary(Expression left, Expression right, Func<ExecutionState, Value, Value, Value> of)
    {
        var (a, b) = (Compile(left), Compile(right));
        return (state, row) => of(state, a(state, row), b(state, row));
    }

    private Evaluator List(ListLiteral list)
    {
        var items = list.Items.Select(Compile).ToArray();
        return (state, row) =>
        {
            state.Memory.Charge(MemoryMeter.OfItems(items.Length));
            var values = new Value[items.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = items[i](state, row);
            }

            return Value.List(values);
        };
    }

    private Evaluator Map(MapLiteral map)
    {
        var entries = map.Entries.Select(e => (e.Key, Value: Compile(e.Value))).ToArray();
        return (state, row) =>
        {
            var value = new MapValue(entries.Length);
            foreach (var (key, of) in entries)
            {
                value.With(key, of(state, row));
            }

            return Value.Map(value);
        };
    }

    private Evaluator Property(PropertyAccess access)
    {
        var (subject, key) = (Compile(access.Subject), new PropertyKey(access.Key));
        return (state, row) => subject(state, row) switch
        {
            { Kind: ValueKind.Node } node => state.View.NodeProperty(node.AsNode(), key.In(state.View)),
            { Kind: ValueKind.Relationship } relationship => state.View.RelationshipProperty(relationship.AsRelationship(), key.In(state.View)),
            var other => Access.Property(state.Functions.Graph, other, key.Name),
        };
    }

    private Evaluator Slice(SliceAccess slice)
    {
        var (subject, from, to) = (Compile(slice.Subject), slice.From is null ? null : Compile(slice.From), slice.To is null ? null : Compile(slice.To));
        return (state, row) => Access.Slice(subject(state, row), from?.Invoke(state, row) ?? Value.Of(0L), to?.Invoke(state, row) ?? Value.Of(long.MaxValue));
    }

    private Evaluator Labels(LabelPredicate predicate)
    {
        var (subject, test) = (Compile(predicate.Subject), LabelTest.Of(predicate.Labels, Compile));
        return (state, row) => subject(state, row) switch
        {
            { IsNull: true } => Value.Null,
            { Kind: ValueKind.Node or ValueKind.Relationship } entity => Value.Of(test(state, row, entity)),
            var other => throw CypherErrors.Type($"Labels are asked of a node or a relationship, not of a value of type {other.Kind}."),
        };
    }

    /// <summary>Stops as soon as the outcome is certain; null is neither.</summary>
    private Evaluator Logical(LogicalExpression logical)
    {
        var operands = logical.Operands.Select(Compile).ToArray();
        if (logical.Operator == LogicalOperator.Xor)
        {
            return (state, row) => operands.Select(o => o(state, row)).Aggregate(Functions.Operators.Logic.Xor);
        }

        var decisive = logical.Operator == LogicalOperator.Or;
        return (state, row) =>
        {
            var unknown = false;
            foreach (var operand in operands)
            {
                var truth = Functions.Operators.Logic.Truth(operand(state, row));
                if (truth is null)
                {
                    unknown = true;
                }
                else if (truth == decisive)
                {
                    return Value.Of(decisive);
                }
            }

            return unknown ? Value.Null : Value.Of(!decisive);
        };
    }

    private Evaluator Comparison(ComparisonExpression comparison)
    {
        var first = Compile(comparison.First);
        var rest = comparison.Rest.Select(r => (Operator: r.Operator, Operand: Compile(r.Operand))).ToArray();
        if (rest.Length == 1)
        {
            var (op, second) = rest[0];
            var only = Compared(op);
            return (state, row) => only(first(state, row), second(state, row));
        }

        return (state, row) =>
        {
            var (left, unknown) = (first(state, row), false);
            foreach (var (op, operand) in rest)
            {
                var right = operand(state, row);
                var outcome = Compared(op)(left, right);
                if (outcome.IsFalse)
                {
                    return outcome;
                }

                unknown |= outcome.IsNull;
                left = right;
            }

            return unknown ? Value.Null : Value.True;
        };
    }

    private Evaluator Operation(BinaryExpression binary)
    {
        Func<Value, Value, Value> of = binary.Operator switch
        {
            BinaryOperator.Add => Arithmetic.Add,
            BinaryOperator.Subtract => Arithmetic.Subtract,
            BinaryOperator.Multiply => Arithmetic.Multiply,
            BinaryOperator.Divide => Arithmetic.Divide,
            BinaryOperator.Modulo => Arithmetic.Modulo,
            BinaryOperator.Power => Arithmetic.Power,
            BinaryOperator.Concatenate => Arithmetic.Concatenate,
            BinaryOperator.StartsWith => TextOperators.StartsWith,
            BinaryOperator.EndsWith => TextOperators.EndsWith,
            BinaryOperator.Contains => TextOperators.Contains,
            BinaryOperator.MatchesRegex => static (a, b) => TextOperators.Matches(a, b),
            BinaryOperator.In => Functions.Operators.Comparison.In,
            _ => throw new InvalidOperationException($"Unknown operator {binary.Operator}."),
        };
        return binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Concatenate => Binary(binary.Left, binary.Right, (state, a, b) => a.IsNumber && b.IsNumber ? of(a, b) : Joined(state, of, a, b)),
            BinaryOperator.MatchesRegex => Binary(binary.Left, binary.Right, (state, a, b) => TextOperators.Matches(a, b, state.Cancellation)),
            _ => Binary(binary.Left, binary.Right, (_, a, b) => of(a, b)),
        };
    }

    /// <summary>Lists and strings grow: charged before they are made.</summary>
    private static Value Joined(ExecutionState state, Func<Value, Value, Value> of, Value left, Value right)
    {
        state.Memory.Charge(MemoryMeter.Of(left) + MemoryMeter.Of(right));
        return of(left, right);
    }

    private static Func<Value, Value, Value> Compared(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => Functions.Operators.Comparison.Equal,
        ComparisonOperator.NotEqual => Functions.Operators.Comparison.NotEqual,
        ComparisonOperator.Less => Functions.Operators.Comparison.Less,
        ComparisonOperator.LessOrEqual => Functions.Operators.Comparison.LessOrEqual,
        ComparisonOperator.Greater => Functions.Operators.Comparison.Greater,
        _ => Functions.Operators.Comparison.GreaterOrEqual,
    };

    private Evaluator Normalized(IsNormalizedExpression test)
    {
        var form = test.Form switch
        {
            NormalForm.Nfc => NormalizationForm.FormC,
            NormalForm.Nfd => NormalizationForm.FormD,
            NormalForm.Nfkc => NormalizationForm.FormKC,
            _ => NormalizationForm.FormKD,
        };
        return Unary(test.Operand, v => test.Negated ? Functions.Operators.Logic.Not(TextOperators.IsNormalized(v, form)) : TextOperators.IsNormalized(v, form));
    }

    private Evaluator Searched(SearchedCase searched)
    {
        var branches = searched.Branches.Select(b => (Condition: Compile(b.Condition), Result: Compile(b.Result))).ToArray();
        var otherwise = searched.Else is null ? null : Compile(searched.Else);
        return (state, row) =>
        {
            foreach (var (condition, result) in branches)
            {
                if (Predicates.IsTrue(condition(state, row)))
                {
                    return result(state, row);
                }
            }

            return otherwise?.Invoke(state, row) ?? Value.Null;
        };
    }

    private Evaluator Simple(SimpleCase simple)
    {
        var subject = Compile(simple.Subject);
        var (outer, slot) = (caseSubject, plan.Frame.Add());
        caseSubject = slot;
        var branches = simple.Branches.Select(b => (Tests: b.Tests.Select(Compile).ToArray(), b.Result)).ToArray();
        caseSubject = outer;
        var results = branches.Select(b => (b.Tests, Result: Compile(b.Result))).ToArray();
        var otherwise = simple.Else is null ? null : Compile(simple.Else);
        return (state, row) =>
        {
            row[slot] = subject(state, row);
            foreach (var (tests, result) in results)
            {
                foreach (var test in tests)
                {
                    if (test(state, row).IsTrue)
                    {
                        return result(state, row);
                    }
                }
            }

            return otherwise?.Invoke(state, row) ?? Value.Null;
        };
    }
}
