#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>Finds the server for a transaction, and a connection to it.</summary>
internal interface IConnectionProvider : IAsyncDisposable
{
    /// <summary>Whether it has been disposed of: no further attempt can succeed.</summary>
    bool IsClosed { get; }

    Task<BoltConnection> AcquireAsync(Destination destination);
}
