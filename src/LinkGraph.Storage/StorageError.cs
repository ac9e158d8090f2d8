namespace LinkGraph.Storage;

/// <summary>Why the storage refused; callers decide by this, never by the message.</summary>
public enum StorageError
{
    /// <summary>No such node or relationship in this view.</summary>
    EntityNotFound,

    /// <summary>The node or relationship was deleted by this very transaction.</summary>
    EntityDeleted,

    /// <summary>A deleted node still has relationships.</summary>
    NodeHasRelationships,

    /// <summary>A write, or data that is there already, violates a constraint.</summary>
    ConstraintViolated,

    /// <summary>The value cannot be a property: a map, a node, a relationship, a path, or a list of such, of mixed kinds or with nulls.</summary>
    InvalidPropertyValue,

    /// <summary>An index or constraint has that name already.</summary>
    NameTaken,

    /// <summary>There is an index of that kind on the same labels or types and properties.</summary>
    IndexExists,

    /// <summary>There is a constraint of that kind on the same label or type and properties.</summary>
    ConstraintExists,

    IndexNotFound,

    ConstraintNotFound,

    /// <summary>The index serves a constraint and goes only with it.</summary>
    IndexBelongsToConstraint,

    /// <summary>The definition of an index or constraint makes no sense; the message says why.</summary>
    InvalidSchema,

    /// <summary>Another transaction kept the write lock for longer than the caller would wait. Trying again may help.</summary>
    LockTimeout,

    /// <summary>The transaction is committed or rolled back.</summary>
    TransactionClosed,

    /// <summary>A statement of the transaction failed; it can only be rolled back.</summary>
    TransactionFailed,

    /// <summary>No id, token or room is left.</summary>
    LimitReached,

    /// <summary>The store is closed.</summary>
    StoreClosed,

    /// <summary>Another process has the database folder open; the message says which.</summary>
    FolderInUse,

    /// <summary>The log could not be written or read, because the disk is full, for instance. Nothing was committed; trying again may help.</summary>
    JournalFailed,

    /// <summary>The log is not what was written; the message says where.</summary>
    JournalDamaged,
}
