#nullable enable
using System.Runtime.InteropServices;

namespace Neo4j.Driver.Internal;

/// <summary>What the driver calls itself. Servers know the family by its name; the suffix says that this is not the official package.</summary>
internal static class BoltAgent
{
    public const string DefaultUserAgent = "neo4j-dotnet/5.28-linkgraph";

    public static IReadOnlyDictionary<string, object> Fields { get; } = new Dictionary<string, object>
    {
        ["product"] = DefaultUserAgent,
        ["platform"] = $"{RuntimeInformation.OSDescription};{RuntimeInformation.OSArchitecture}",
        ["language"] = "C#",
        ["language_details"] = RuntimeInformation.FrameworkDescription,
    };
}
