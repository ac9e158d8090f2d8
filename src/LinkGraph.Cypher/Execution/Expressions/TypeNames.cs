using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Kinds of values as messages name them.</summary>
internal static class TypeNames
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.LocalTime => "LocalTime",
        ValueKind.ZonedDateTime => "DateTime",
        var kind => kind.ToString(),
    };
}
