#nullable enable
using LinkGraph.Bolt.Handshake;

namespace Neo4j.Driver.Internal.Connections;

internal sealed class ServerInfo(ServerAddress address, BoltVersion version, string agent) : IServerInfo
{
    public string Address { get; } = address.ToString();

    public string ProtocolVersion { get; } = version.ToString();

    public string Agent { get; } = agent;
}
