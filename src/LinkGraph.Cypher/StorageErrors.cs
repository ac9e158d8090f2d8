using LinkGraph.Storage;

namespace LinkGraph.Cypher;

/// <summary>Failures of the storage, as a client of Neo4j knows them.</summary>
internal static class StorageErrors
{
    public static CypherException ToCypher(StorageException e) => e.Error switch
    {
        StorageError.EntityDeleted or StorageError.EntityNotFound => CypherErrors.EntityNotFound(e.Message),
        StorageError.ConstraintViolated => CypherErrors.ConstraintViolation(e.Message, e),
        StorageError.InvalidPropertyValue => CypherErrors.Type(e.Message),
        StorageError.NameTaken or StorageError.IndexExists or StorageError.ConstraintExists => CypherErrors.SchemaRuleExists(e.Message),
        StorageError.LockTimeout => CypherErrors.LockTimedOut(e.Message),
        StorageError.NodeHasRelationships => CypherErrors.ConstraintViolation(e.Message, e),
        StorageError.JournalFailed => new CypherException("Neo.DatabaseError.Transaction.TransactionLogError", e.Message, null, e),
        _ => new CypherException("Neo.DatabaseError.General.UnknownError", e.Message, null, e),
    };
}
