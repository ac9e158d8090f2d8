using LinkGraph.Storage.Values;

namespace LinkGraph.Benchmarks.Engine;

/// <summary>The driver's values as the engine's.</summary>
internal static class EngineValues
{
    public static Value Of(object? value) => value switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        long number => Value.Of(number),
        double number => Value.Of(number),
        DateTimeOffset time => Value.Of(ZonedDateTime.Of(time.ToUnixTimeSeconds(), time.Ticks % TimeSpan.TicksPerSecond * 100, Zone.Utc)),
        object?[] list => Value.List(Array.ConvertAll(list, Of)),
        _ => throw new ArgumentException($"No row holds a {value.GetType()}.", nameof(value)),
    };
}
