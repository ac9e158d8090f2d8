#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>Keeps what a SUCCESS says.</summary>
internal sealed class MetadataHandler : ResponseHandler
{
    public Dictionary<string, object> Metadata { get; private set; } = [];

    protected override void OnSuccess(Dictionary<string, object> metadata) => Metadata = metadata;
}
