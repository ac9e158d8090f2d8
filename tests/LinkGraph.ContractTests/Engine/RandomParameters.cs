using LinkGraph.Storage.Values;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Engine;

/// <summary>The parameters that random queries may name, for either side.</summary>
internal static class RandomParameters
{
    public static MapValue Engine { get; } = new MapValue()
        .With("int", Value.Of(2L)).With("float", Value.Of(-0.5)).With("text", Value.Of("i")).With("list", Value.List(Value.Of(1L), Value.Null, Value.Of(3L)))
        .With("map", Value.Map(new MapValue().With("a", Value.Of(1L)).With("b", Value.Null)
            .With("inner", Value.Map(new MapValue().With("x", Value.Of("y")))).With("plain", Value.Map(new MapValue().With("i", Value.Of(4L)).With("s", Value.Null)))))
        .With("date", Value.Of(Date.OfEpochDay(19_782))).With("duration", Value.Of(new Storage.Values.Duration(1, 2, 3, 4)))
        .With("datetime", Value.Of(new Storage.Values.ZonedDateTime(1_711_846_800, 500, Storage.Values.Zone.OfOffset(7200))));

    public static Dictionary<string, object?> Neo4j { get; } = new()
    {
        ["int"] = 2L, ["float"] = -0.5, ["text"] = "i", ["list"] = new List<object?> { 1L, null, 3L },
        ["map"] = new Dictionary<string, object?>
        {
            ["a"] = 1L, ["b"] = null, ["inner"] = new Dictionary<string, object?> { ["x"] = "y" }, ["plain"] = new Dictionary<string, object?> { ["i"] = 4L, ["s"] = null },
        },
        ["date"] = new LocalDate(2024, 2, 29), ["duration"] = new global::Neo4j.Driver.Duration(1, 2, 3, 4),
        ["datetime"] = new global::Neo4j.Driver.ZonedDateTime(new DateTime(2024, 3, 31, 3, 0, 0).AddTicks(5), TimeSpan.FromHours(2)),
    };
}
