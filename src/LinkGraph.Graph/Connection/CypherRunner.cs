using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>Runs a person's query as it is, once: whatever a person types is not the program's to retry.</summary>
public sealed class CypherRunner(GraphConnection connection)
{
    /// <summary>Sends a query. Dispose of the result when done; disposing early ends the query on the server.</summary>
    /// <param name="text">One Cypher statement.</param>
    /// <param name="parameters">Values the driver knows: text, long, double, bool, DateTimeOffset, lists, maps, null.</param>
    /// <param name="mode"><see cref="AccessMode.Read"/>: the server refuses to write.</param>
    /// <param name="cancellationToken">Checked before the query is sent.</param>
    /// <exception cref="Neo4jException">With Neo4j's code and message; <see cref="Describe"/> puts them together.</exception>
    public async Task<CypherResult> RunAsync(
        string text, IReadOnlyDictionary<string, object?> parameters, AccessMode mode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = connection.OpenSession(mode);
        try
        {
            var cursor = await session.RunAsync(text, parameters.ToDictionary(pair => pair.Key, pair => pair.Value!));
            return new CypherResult(session, cursor, await cursor.KeysAsync());
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>An error as a person should see it: Neo4j's code where there is one, and the message.</summary>
    public static string Describe(Neo4jException error) =>
        string.IsNullOrEmpty(error.Code) ? error.Message : $"{error.Code}: {error.Message}";
}
