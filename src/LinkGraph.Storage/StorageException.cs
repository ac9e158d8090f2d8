namespace LinkGraph.Storage;

/// <summary>The storage refuses; nothing of the call that threw has happened.</summary>
public sealed class StorageException : Exception
{
    public StorageException(StorageError error, string message)
        : base(message) => Error = error;

    public StorageException(StorageError error, string message, Exception inner)
        : base(message, inner) => Error = error;

    public StorageError Error { get; }

    /// <summary>The constraint in question, if there is one.</summary>
    public ConstraintDescriptor? Constraint { get; init; }

    /// <summary>The node or relationship in question, -1 if there is none.</summary>
    public long Entity { get; init; } = -1;
}
