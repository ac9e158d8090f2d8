using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Expressions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Functions on lists.</summary>
internal static class ListFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("head", 1, 1, static (_, args) => Arguments.List("head", args[0]) is [var first, ..] ? first : Value.Null),
        new("last", 1, 1, static (_, args) => Arguments.List("last", args[0]) is [.., var last] ? last : Value.Null),
        new("tail", 1, 1, static (_, args) => Value.List(Lists.Of(args[0]) is [_, .. var rest] ? rest : [])),
        new("range", 2, 3, Range, seesNull: true),
        new("reverse", 1, 1, static (_, args) => Reverse(args[0])),
        new("size", 1, 1, static (_, args) => Size(args[0])),
        new("isEmpty", 1, 1, static (_, args) => IsEmpty(args[0])),
        Each("toStringList", ConversionFunctions.ToStringOrNull),
        Each("toIntegerList", ConversionFunctions.ToIntegerOrNull),
        Each("toFloatList", ConversionFunctions.ToFloatOrNull),
        Each("toBooleanList", ConversionFunctions.ToBooleanOrNull),
    ];

    private static CypherFunction Each(string name, Func<Value, Value> convert) =>
        new(name, 1, 1, (_, args) => Value.List([.. Arguments.List(name, args[0]).Select(convert)]));

    private static Value Range(FunctionContext context, ReadOnlySpan<Value> args)
    {
        var (start, step, count) = Bounds(args);
        if (count > Array.MaxLength)
        {
            throw CypherErrors.Argument($"range() would hold {count} items");
        }

        context.Memory.Charge(MemoryMeter.OfItems((long)count));
        var items = new Value[(int)count];
        for (var i = 0; i < items.Length; i++)
        {
            if ((i & 0xFFFF) == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }

            items[i] = Value.Of(start + (i * step));
        }

        return Value.List(items);
    }

    /// <summary>The first number of a range, the distance to the next, and how many there are.</summary>
    public static (long Start, long Step, Int128 Count) Bounds(ReadOnlySpan<Value> args)
    {
        var (start, end, step) = (Bound(args[0]), Bound(args[1]), args.Length > 2 ? Bound(args[2]) : 1);
        if (step == 0)
        {
            throw CypherErrors.Argument("Step argument to 'range()' cannot be zero");
        }

        return (start, step, (step > 0 ? start > end : start < end) ? 0 : (((Int128)end - start) / step) + 1);
    }

    private static long Bound(Value value) => value.IsInteger || value.IsNull
        ? Arguments.Integer("range", value)
        : throw CypherErrors.Argument($"Invalid input for function 'range()': Expected an Integer, got: {value.Kind} {value}");

    private static Value Reverse(Value value)
    {
        if (value.IsString)
        {
            return Value.Of(TextFunctions.Reverse(value.AsString()));
        }

        Value[] items = [.. value.Kind == ValueKind.List ? value.AsList() : throw Arguments.Wrong("reverse", "a String or a List", value)];
        Array.Reverse(items);
        return Value.List(items);
    }

    private static Value Size(Value value) => Value.Of(value.Kind switch
    {
        ValueKind.String => TextFunctions.CodePoints(value.AsString()),
        ValueKind.List => value.AsList().Length,
        ValueKind.Bytes => value.AsBytes().Length,
        _ => throw Arguments.Wrong("size", "a String or a List", value),
    });

    private static Value IsEmpty(Value value) => Value.Of(value.Kind switch
    {
        ValueKind.String => value.AsString().Length == 0,
        ValueKind.List => value.AsList().Length == 0,
        ValueKind.Map => value.AsMap().Count == 0,
        _ => throw Arguments.Wrong("isEmpty", "a String, a Map or a List", value),
    });
}
