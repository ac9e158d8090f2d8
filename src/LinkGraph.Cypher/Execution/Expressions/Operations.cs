using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>SHIM until Functions/Operators is merged.</summary>
internal static class Operations
{
    public static Value Plus(Value v) => v;

    public static Value Negate(Value v) => v.IsNull ? v : v.IsInteger ? Value.Of(checked(-v.AsInteger())) : Value.Of(-v.AsNumber());

    public static Value IsNormalized(Value v, NormalForm form, bool negated) => v.IsNull ? v : Value.Of(v.AsString().IsNormalized() != negated);

    public static bool IsTyped(Value v, CypherType type) => throw new NotSupportedException(type.ToString());

    public static Func<Value, Value, Value> Of(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => Add,
        BinaryOperator.Subtract => (a, b) => Number(a, b, (x, y) => checked(x - y), (x, y) => x - y),
        BinaryOperator.Multiply => (a, b) => Number(a, b, (x, y) => checked(x * y), (x, y) => x * y),
        BinaryOperator.Divide => (a, b) => Number(a, b, (x, y) => y == 0 ? throw CypherErrors.Arithmetic("/ by zero") : x / y, (x, y) => x / y),
        BinaryOperator.Modulo => (a, b) => Number(a, b, (x, y) => y == 0 ? throw CypherErrors.Arithmetic("/ by zero") : x % y, (x, y) => x % y),
        BinaryOperator.Power => (a, b) => a.IsNull || b.IsNull ? Value.Null : Value.Of(Math.Pow(a.AsNumber(), b.AsNumber())),
        BinaryOperator.Concatenate => Add,
        BinaryOperator.StartsWith => (a, b) => Text(a, b, (x, y) => x.StartsWith(y, StringComparison.Ordinal)),
        BinaryOperator.EndsWith => (a, b) => Text(a, b, (x, y) => x.EndsWith(y, StringComparison.Ordinal)),
        BinaryOperator.Contains => (a, b) => Text(a, b, (x, y) => x.Contains(y, StringComparison.Ordinal)),
        BinaryOperator.In => In,
        _ => throw new NotSupportedException(op.ToString()),
    };

    private static Value In(Value a, Value b)
    {
        if (Lists.Of(b) is not { } list) return Value.Null;
        var unknown = false;
        foreach (var item in list)
        {
            var equal = ValueEquality.Equals(a, item);
            if (equal == true) return Value.True;
            unknown |= equal is null;
        }

        return unknown ? Value.Null : Value.False;
    }

    private static Value Text(Value a, Value b, Func<string, string, bool> of) => a.IsString && b.IsString ? Value.Of(of(a.AsString(), b.AsString())) : Value.Null;

    private static Value Add(Value a, Value b)
    {
        if (a.IsNull || b.IsNull) return Value.Null;
        if (a.Kind == ValueKind.List) return Value.List(b.Kind == ValueKind.List ? [.. a.AsList(), .. b.AsList()] : [.. a.AsList(), b]);
        if (b.Kind == ValueKind.List) return Value.List([a, .. b.AsList()]);
        if (a.IsString || b.IsString) return Value.Of((a.IsString ? a.AsString() : a.ToString()) + (b.IsString ? b.AsString() : b.ToString()));
        return Number(a, b, (x, y) => checked(x + y), (x, y) => x + y);
    }

    private static Value Number(Value a, Value b, Func<long, long, long> integers, Func<double, double, double> floats) =>
        a.IsNull || b.IsNull ? Value.Null
        : a.IsInteger && b.IsInteger ? Value.Of(integers(a.AsInteger(), b.AsInteger()))
        : a.IsNumber && b.IsNumber ? Value.Of(floats(a.AsNumber(), b.AsNumber())) : throw CypherErrors.Type("Type mismatch in arithmetic");
}
