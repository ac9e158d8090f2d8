using System.Text.Encodings.Web;
using System.Text.Json;

namespace LinkGraph.Output;

/// <summary>JSON as this program writes it: camelCase, text as people read it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions s_indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, s_indented);
}
