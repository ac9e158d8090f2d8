using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>Where graphs live: what must hold for all homes is tested by one suite, with a class for each home in it.</summary>
public abstract class GraphHome
{
    /// <summary>An empty graph, schema and all, as the program is told of it: an address or a folder.</summary>
    public abstract Task<string> EmptyAsync();

    /// <summary>The graph that tests of single parts use one after another; they empty it of data themselves.</summary>
    public abstract Task<DatabaseOptions> SharedAsync();

    /// <summary>Looks into a graph. A folder that no program has open belongs to the test meanwhile.</summary>
    public abstract Task<T> LookAsync<T>(string database, Func<IDriver, Task<T>> look);
}
