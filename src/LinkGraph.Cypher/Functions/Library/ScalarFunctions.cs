using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Functions on values of any kind.</summary>
internal static class ScalarFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("coalesce", 1, int.MaxValue, static (_, args) => Coalesce(args), seesNull: true),
        new("nullIf", 2, 2, static (_, args) => ValueEquality.Equals(args[0], args[1]) == true ? Value.Null : args[0], seesNull: true),
        new("valueType", 1, 1, static (_, args) => Value.Of(ValueTypes.Describe(args[0])), seesNull: true),
        new("timestamp", 0, 0, static (context, _) => Value.Of(Millis(context.StatementTime)), isPure: false),
        new("file", 0, 0, static (context, _) => Value.Of(context.CsvFile), isPure: false),
        new("linenumber", 0, 0, static (context, _) => context.CsvFile is null ? Value.Null : Value.Of(context.CsvLine), isPure: false),
        new("randomUUID", 0, 0, static (context, _) => Value.Of(RandomUuid(context)), isPure: false),
    ];

    private static Value Coalesce(ReadOnlySpan<Value> args)
    {
        foreach (var argument in args)
        {
            if (!argument.IsNull)
            {
                return argument;
            }
        }

        return Value.Null;
    }

    private static long Millis(ZonedDateTime time) => (time.EpochSecond * 1000) + (time.Nano / 1_000_000);

    private static string RandomUuid(FunctionContext context)
    {
        Span<byte> bytes = stackalloc byte[16];
        context.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
