#nullable enable
namespace Neo4j.Driver.Internal;

internal static class Addresses
{
    public const int DefaultPort = 7687;

    /// <summary>Reads <c>host:port</c>, <c>[::1]:port</c> or a host alone, as routing tables have them.</summary>
    public static ServerAddress Parse(string address)
    {
        if (!Uri.TryCreate($"bolt://{address}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new ProtocolException($"The routing table has an address that is none: {address}");
        return ServerAddress.From(uri);
    }
}
