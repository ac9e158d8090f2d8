using System.Diagnostics.CodeAnalysis;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;
using LinkGraph.Storage;

namespace LinkGraph.Embedded;

/// <summary>Failures of the engine as clients hear of them.</summary>
internal static class Failures
{
    public static bool TryDescribe(Exception error, [NotNullWhen(true)] out BoltFailureException? failure)
    {
        failure = error switch
        {
            CypherException cypher => new BoltFailureException(cypher.Code, cypher.Message, cypher),
            // Commands may meet a store that is being closed; everything else of the storage has been put into words by the engine.
            StorageException { Error: StorageError.StoreClosed } => new BoltFailureException(
                "Neo.TransientError.General.DatabaseUnavailable", "The database is closed.", error),
            StorageException storage => new BoltFailureException("Neo.DatabaseError.General.UnknownError", storage.Message, storage),
            _ => null,
        };
        return failure is not null;
    }
}
