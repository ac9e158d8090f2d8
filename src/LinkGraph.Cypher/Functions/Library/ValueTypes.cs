using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>The narrowest type of a value, as valueType() writes it: LIST&lt;INTEGER NOT NULL | FLOAT NOT NULL&gt; NOT NULL.</summary>
internal static class ValueTypes
{
    /// <summary>The kinds in the order in which a union lists them.</summary>
    private static readonly (ValueKind Kind, string Name)[] Names =
    [
        (ValueKind.Boolean, "BOOLEAN"), (ValueKind.String, "STRING"), (ValueKind.Integer, "INTEGER"), (ValueKind.Float, "FLOAT"),
        (ValueKind.Date, "DATE"), (ValueKind.LocalTime, "LOCAL TIME"), (ValueKind.Time, "ZONED TIME"),
        (ValueKind.LocalDateTime, "LOCAL DATETIME"), (ValueKind.ZonedDateTime, "ZONED DATETIME"), (ValueKind.Duration, "DURATION"),
        (ValueKind.Point, "POINT"), (ValueKind.Node, "NODE"), (ValueKind.Relationship, "RELATIONSHIP"), (ValueKind.Map, "MAP"),
        (ValueKind.List, "LIST"), (ValueKind.Bytes, "LIST"), (ValueKind.Path, "PATH"),
    ];

    public static string Describe(Value value) => value.IsNull ? "NULL" : Type(value).Name + " NOT NULL";

    private static (int Rank, string Name) Type(Value value)
    {
        if (value.Kind == ValueKind.Bytes)
        {
            return (Rank(ValueKind.List), "LIST<INTEGER NOT NULL>");
        }

        var rank = Rank(value.Kind);
        return value.Kind == ValueKind.List ? (rank, $"LIST<{Items(value.AsList())}>") : (rank, Names[rank].Name);
    }

    private static string Items(Value[] items)
    {
        if (items.Length == 0)
        {
            return "NOTHING";
        }

        var suffix = items.Any(item => item.IsNull) ? "" : " NOT NULL";
        var types = items.Where(item => !item.IsNull).Select(Type).Distinct()
            .Order(Comparer<(int Rank, string Name)>.Create(static (a, b) => a.Rank != b.Rank ? a.Rank - b.Rank : ByInner(a.Name, b.Name)))
            .Select(type => type.Name + suffix);
        var union = string.Join(" | ", types);
        return union.Length > 0 ? union : "NULL";
    }

    /// <summary>Lists by what they hold, in the order of the kinds.</summary>
    private static int ByInner(string left, string right)
    {
        var (leftRank, rightRank) = (InnerRank(left), InnerRank(right));
        return leftRank != rightRank ? leftRank - rightRank : string.CompareOrdinal(left, right);
    }

    private static int InnerRank(string list) => Array.FindIndex(Names, name => list.AsSpan("LIST<".Length).StartsWith(name.Name));

    private static int Rank(ValueKind kind) => Array.FindIndex(Names, name => name.Kind == kind);
}
