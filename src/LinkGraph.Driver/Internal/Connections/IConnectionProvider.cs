#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>Finds the server for a transaction, and a connection to it.</summary>
internal interface IConnectionProvider : IAsyncDisposable
{
    Task<BoltConnection> AcquireAsync(Destination destination);
}
