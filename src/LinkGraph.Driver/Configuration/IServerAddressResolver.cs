namespace Neo4j.Driver;

/// <summary>Gives the addresses that stand behind the one in a <c>neo4j://</c> URI.</summary>
public interface IServerAddressResolver
{
    ISet<ServerAddress> Resolve(ServerAddress address);
}
