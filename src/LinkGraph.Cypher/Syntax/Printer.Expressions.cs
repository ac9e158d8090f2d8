using System.Globalization;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    /// <summary>
    /// How tightly an expression holds together; an operand that holds looser than its place asks for is put in parentheses.
    /// </summary>
    private enum Binding
    {
        Or,
        Xor,
        And,
        Not,
        Comparison,
        Predicate,
        Additive,
        Multiplicative,
        Power,
        Sign,
        Postfix,
        Atom,
    }

    private static Binding BindingOf(Expression expression) => expression switch
    {
        LogicalExpression logical => (Binding)logical.Operator,
        NotExpression => Binding.Not,
        ComparisonExpression => Binding.Comparison,
        // ANY may be followed by a type in angle brackets.
        IsTypedExpression { Type: ScalarType { Kind: CypherTypeKind.Any, NotNull: false } } => Binding.Comparison,
        IsNullExpression or IsNormalizedExpression or IsTypedExpression => Binding.Predicate,
        // A pattern ends in a parenthesis and would grow into what follows: (a)--(b) - [c] - (d)--(e).
        PatternExpression { Pattern.Function: ShortestFunction.None } => Binding.Predicate,
        BinaryExpression binary => BindingOf(binary.Operator),
        SignExpression or IntegerLiteral { Value: < 0 } or FloatLiteral { Value: < 0 } => Binding.Sign,
        FloatLiteral number when double.IsNegative(number.Value) && !double.IsNaN(number.Value) => Binding.Sign,
        PropertyAccess or IndexAccess or SliceAccess or LabelPredicate => Binding.Postfix,
        _ => Binding.Atom,
    };

    private static Binding BindingOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Concatenate => Binding.Additive,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => Binding.Multiplicative,
        BinaryOperator.Power => Binding.Power,
        _ => Binding.Predicate,
    };

    private void Operand(Expression expression, Binding minimum)
    {
        if (BindingOf(expression) >= minimum) Expression(expression);
        else Parenthesized(expression);
    }

    private void Parenthesized(Expression expression)
    {
        // (a IS NULL) looks like a node with a label; doubled parentheses cannot be one.
        var twice = expression is IsNullExpression or IsNormalizedExpression or IsTypedExpression;
        Put(twice ? "((" : "(");
        Expression(expression);
        Put(twice ? "))" : ")");
    }

    private void Expression(Expression expression)
    {
        switch (expression)
        {
            case LogicalExpression logical:
                var word = logical.Operator switch { LogicalOperator.Or => " OR ", LogicalOperator.Xor => " XOR ", _ => " AND " };
                Join(logical.Operands, operand => Operand(operand, (Binding)logical.Operator + 1), word);
                break;
            case NotExpression not: Put("NOT "); Operand(not.Operand, Binding.Not); break;
            case ComparisonExpression comparison: Comparison(comparison); break;
            case BinaryExpression binary: Binary(binary); break;
            case SignExpression sign: Sign(sign); break;
            case IsNullExpression test: Tested(test.Operand, test.Negated ? "IS NOT NULL" : "IS NULL"); break;
            case IsNormalizedExpression test:
                Tested(test.Operand, $"IS {(test.Negated ? "NOT " : "")}{test.Form.ToString().ToUpperInvariant()} NORMALIZED");
                break;
            case IsTypedExpression test: Tested(test.Operand, test.Negated ? "IS NOT :: " : "IS :: "); Type(test.Type); break;
            case LabelPredicate test: LabelTest(test); break;
            case PropertyAccess access: Subject(access.Subject); Put("."); Name(access.Key); break;
            case IndexAccess access: Subject(access.Subject); Put("["); Expression(access.Index); Put("]"); break;
            case SliceAccess slice:
                Subject(slice.Subject);
                Put("[");
                Optional("", slice.From);
                Put("..");
                Optional("", slice.To);
                Put("]");
                break;
            default: Atom(expression); break;
        }
    }

    private void Atom(Expression expression)
    {
        switch (expression)
        {
            case NullLiteral: Put("null"); break;
            case BooleanLiteral literal: Put(literal.Value ? "true" : "false"); break;
            case IntegerLiteral literal: Put(literal.Value.ToString(CultureInfo.InvariantCulture)); break;
            case FloatLiteral literal: Put(Names.Float(literal.Value)); break;
            case StringLiteral literal: Put(Names.String(literal.Value)); break;
            case ListLiteral list: List(list); break;
            case MapLiteral map: Put("{"); Join(map.Entries, e => Entry(e.Key, e.Value)); Put("}"); break;
            case Variable variable: Name(variable.Name); break;
            case Parameter parameter: Put("$"); Name(parameter.Name); break;
            case FunctionInvocation function: Function(function); break;
            case CountStar: Put("count(*)"); break;
            default: Scoped(expression); break;
        }
    }

    private void Entry(string key, Expression value)
    {
        Name(key);
        Put(": ");
        Expression(value);
    }

    private void List(ListLiteral list)
    {
        Put("[");
        // [x IN y] would be a comprehension.
        if (list.Items is [{ } single] && BindingOf(single) < Binding.Sign) Parenthesized(single);
        else Join(list.Items, Expression);
        Put("]");
    }

    private void Comparison(ComparisonExpression comparison)
    {
        if (comparison.First is not CaseSubject) Operand(comparison.First, Binding.Predicate);
        foreach (var part in comparison.Rest)
        {
            PutIf(comparison.First is not CaseSubject, " ");
            Put(part.Operator switch
            {
                ComparisonOperator.Equal => "= ",
                ComparisonOperator.NotEqual => "<> ",
                ComparisonOperator.Less => "< ",
                ComparisonOperator.LessOrEqual => "<= ",
                ComparisonOperator.Greater => "> ",
                _ => ">= ",
            });
            Operand(part.Operand, Binding.Predicate);
        }
    }

    private void Tested(Expression operand, string test)
    {
        if (operand is not CaseSubject)
        {
            Operand(operand, Binding.Additive);
            Put(" ");
        }
        Put(test);
    }

    private void Binary(BinaryExpression binary)
    {
        var binding = BindingOf(binary.Operator);
        // Predicates do not chain; arithmetic is read from the left.
        if (binary.Left is not CaseSubject)
        {
            Operand(binary.Left, binding == Binding.Predicate ? Binding.Additive : binding);
            Put(" ");
        }
        Put(binary.Operator switch
        {
            BinaryOperator.Add => "+ ",
            BinaryOperator.Subtract => "- ",
            BinaryOperator.Multiply => "* ",
            BinaryOperator.Divide => "/ ",
            BinaryOperator.Modulo => "% ",
            BinaryOperator.Power => "^ ",
            BinaryOperator.Concatenate => "|| ",
            BinaryOperator.StartsWith => "STARTS WITH ",
            BinaryOperator.EndsWith => "ENDS WITH ",
            BinaryOperator.Contains => "CONTAINS ",
            BinaryOperator.MatchesRegex => "=~ ",
            _ => "IN ",
        });
        Operand(binary.Right, binding + 1);
    }

    private void Sign(SignExpression sign)
    {
        Put(sign.Negative ? "-" : "+");
        // -1 is a literal; the sign of a literal stands before parentheses.
        if (sign.Operand is IntegerLiteral or FloatLiteral) Parenthesized(sign.Operand);
        else Subject(sign.Operand);
    }

    private void Subject(Expression subject) => Operand(subject, Binding.Postfix);

    private void LabelTest(LabelPredicate test)
    {
        // n:A:B is one expression of two labels; a bar would end the filter of a comprehension.
        if (test.Subject is LabelPredicate) Parenthesized(test.Subject);
        else Subject(test.Subject);
        Put(":");
        if (test.Labels is LabelOr) LabelOperand(test.Labels);
        else Labels(test.Labels);
    }

    private void Function(FunctionInvocation function)
    {
        if (function.Namespace.Count > 0)
        {
            DottedName(function.Namespace);
            Put(".");
            Name(function.Name);
        }
        else Put(Names.Function(function.Name));
        Put(function.Distinct ? "(DISTINCT " : "(");
        Join(function.Arguments, Expression);
        Put(")");
    }

    private void Type(CypherType type)
    {
        switch (type)
        {
            case ScalarType scalar: Put(TypeName(scalar.Kind)); break;
            case ListType list: Put("LIST<"); Type(list.Item); Put(">"); break;
            case UnionType union: Put("ANY<"); Join(union.Alternatives, Type, " | "); Put(">"); break;
        }
        PutIf(type.NotNull, " NOT NULL");
    }

    private static string TypeName(CypherTypeKind kind) => kind switch
    {
        CypherTypeKind.LocalTime => "LOCAL TIME",
        CypherTypeKind.ZonedTime => "ZONED TIME",
        CypherTypeKind.LocalDateTime => "LOCAL DATETIME",
        CypherTypeKind.ZonedDateTime => "ZONED DATETIME",
        CypherTypeKind.PropertyValue => "PROPERTY VALUE",
        _ => kind.ToString().ToUpperInvariant(),
    };
}
