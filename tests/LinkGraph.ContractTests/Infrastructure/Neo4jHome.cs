using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>A real Neo4j: one graph, emptied again and again.</summary>
public sealed class Neo4jHome(Neo4jFixture neo4j) : GraphHome
{
    public override async Task<string> EmptyAsync()
    {
        await neo4j.EmptyAsync();
        return await neo4j.AddressAsync();
    }

    public override async Task<DatabaseOptions> SharedAsync()
    {
        var uri = new Uri(await neo4j.AddressAsync());
        return uri.UserInfo.Split(':') is [var user, var password]
            ? new DatabaseOptions(new Uri($"{uri.Scheme}://{uri.Authority}"), Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : new DatabaseOptions(uri);
    }

    public override async Task<T> LookAsync<T>(string database, Func<IDriver, Task<T>> look) => await look(await neo4j.DriverAsync());
}
