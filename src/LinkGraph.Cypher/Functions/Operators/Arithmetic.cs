using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>
/// +, -, *, /, %, ^ and ||. Null when either side is null. Integers that overflow and integers divided by zero are ArithmeticErrors, what cannot be
/// combined a TypeError.
/// </summary>
public static class Arithmetic
{
    public static Value Add(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var sum = unchecked(a + b);
            return ((a ^ sum) & (b ^ sum)) < 0 ? throw Overflow() : Value.Of(sum);
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        return (left.Kind, right.Kind) switch
        {
            _ when left.IsNumber && right.IsNumber => Value.Of(left.AsNumber() + right.AsNumber()),
            (ValueKind.String, ValueKind.String) => Value.Of(left.AsString() + right.AsString()),
            (ValueKind.List, ValueKind.List) => Value.List([.. left.AsList(), .. right.AsList()]),
            (ValueKind.List, _) => Value.List([.. left.AsList(), right]),
            (_, ValueKind.List) => Value.List([left, .. right.AsList()]),
            (ValueKind.String, _) when JoinsText(right) => Value.Of(left.AsString() + right),
            (_, ValueKind.String) when JoinsText(left) => Value.Of(left + right.AsString()),
            (ValueKind.Duration, ValueKind.Duration) => TemporalArithmetic.Add(left.AsDuration(), right.AsDuration()),
            (_, ValueKind.Duration) when TemporalParts.IsInstant(left) => TemporalArithmetic.Add(left, right.AsDuration()),
            (ValueKind.Duration, _) when TemporalParts.IsInstant(right) => TemporalArithmetic.Add(right, left.AsDuration()),
            _ => throw Mismatch("add", left, right),
        };
    }

    public static Value Subtract(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var difference = unchecked(a - b);
            return ((a ^ b) & (a ^ difference)) < 0 ? throw Overflow() : Value.Of(difference);
        }

        return left.IsNull || right.IsNull ? Value.Null
            : left.IsNumber && right.IsNumber ? Value.Of(left.AsNumber() - right.AsNumber())
            : right.Kind != ValueKind.Duration ? throw Mismatch("subtract", left, right)
            : left.Kind == ValueKind.Duration ? TemporalArithmetic.Subtract(left.AsDuration(), right.AsDuration())
            : TemporalParts.IsInstant(left) ? TemporalArithmetic.Subtract(left, right.AsDuration())
            : throw Mismatch("subtract", left, right);
    }

    public static Value Multiply(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var high = Math.BigMul(left.AsInteger(), right.AsInteger(), out var low);
            return high == low >> 63 ? Value.Of(low) : throw Overflow();
        }

        return left.IsNull || right.IsNull ? Value.Null
            : left.IsNumber && right.IsNumber ? Value.Of(left.AsNumber() * right.AsNumber())
            : left.Kind == ValueKind.Duration && right.IsNumber ? TemporalArithmetic.Multiply(left.AsDuration(), right)
            : right.Kind == ValueKind.Duration && left.IsNumber ? TemporalArithmetic.Multiply(right.AsDuration(), left)
            : throw Mismatch("multiply", left, right);
    }

    /// <summary>Integers give an integer, cut toward zero.</summary>
    public static Value Divide(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            // The least integer divided by -1 is itself again, as in Java.
            return right.AsInteger() switch
            {
                0 => throw ByZero(),
                -1 => Value.Of(unchecked(-left.AsInteger())),
                var divisor => Value.Of(left.AsInteger() / divisor),
            };
        }

        return left.IsNull || right.IsNull ? Value.Null
            : left.IsNumber && right.IsNumber ? Value.Of(left.AsNumber() / right.AsNumber())
            : left.Kind == ValueKind.Duration && right.IsNumber ? TemporalArithmetic.Divide(left.AsDuration(), right)
            : throw Mismatch("divide", left, right);
    }

    /// <summary>Has the sign of the left side.</summary>
    public static Value Modulo(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return right.AsInteger() switch
            {
                0 => throw ByZero(),
                -1 => Value.Of(0L),
                var divisor => Value.Of(left.AsInteger() % divisor),
            };
        }

        return left.IsNull || right.IsNull ? Value.Null
            : left.IsNumber && right.IsNumber ? Value.Of(left.AsNumber() % right.AsNumber())
            : throw Mismatch("calculate modulus of", left, right);
    }

    /// <summary>Always a float.</summary>
    public static Value Power(Value left, Value right) => left.IsNull || right.IsNull ? Value.Null
        : left.IsNumber && right.IsNumber ? Value.Of(Math.Pow(left.AsNumber(), right.AsNumber()))
        : throw Mismatch("raise to the power of", left, right);

    public static Value Negate(Value value) => value.IsNull ? Value.Null
        : value.IsFloat ? Value.Of(-value.AsFloat())
        : !value.IsInteger ? throw CypherErrors.Type($"Cannot negate {Named(value)}")
        : value.AsInteger() == long.MinValue ? throw Overflow()
        : Value.Of(-value.AsInteger());

    public static Value Plus(Value value) => value.IsNull || value.IsNumber ? value : throw CypherErrors.Type($"Cannot apply + to {Named(value)}");

    /// <summary>||: two strings or two lists.</summary>
    public static Value Concatenate(Value left, Value right) => left.IsNull || right.IsNull ? Value.Null
        : left.Kind == right.Kind && (left.Kind is ValueKind.String or ValueKind.List) ? Add(left, right)
        : throw Mismatch("concatenate", left, right);

    private static bool JoinsText(Value value) => value.IsNumber || value.Kind == ValueKind.Boolean || value.Kind == ValueKind.Duration
        || value.Kind == ValueKind.Point || TemporalParts.IsInstant(value);

    private static CypherException Overflow() => CypherErrors.Arithmetic("long overflow");

    private static CypherException ByZero() => CypherErrors.Arithmetic("/ by zero");

    private static CypherException Mismatch(string operation, Value left, Value right) =>
        CypherErrors.Type($"Cannot {operation} {Named(left)} and {Named(right)}");

    private static string Named(Value value) => $"{value.Kind} {value}";
}
