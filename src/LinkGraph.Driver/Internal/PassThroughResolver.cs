namespace Neo4j.Driver.Internal;

internal sealed class PassThroughResolver : IServerAddressResolver
{
    public static PassThroughResolver Instance { get; } = new();

    public ISet<ServerAddress> Resolve(ServerAddress address) => new HashSet<ServerAddress> { address };
}
