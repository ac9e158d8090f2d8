#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal sealed class DatabaseInfo(string? name) : IDatabaseInfo
{
    public string Name => name!;
}
