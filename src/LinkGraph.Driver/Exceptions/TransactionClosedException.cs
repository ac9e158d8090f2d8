namespace Neo4j.Driver;

/// <summary>The transaction has been committed, rolled back or terminated.</summary>
public sealed class TransactionClosedException : ClientException
{
    public TransactionClosedException()
    {
    }

    public TransactionClosedException(string message)
        : base(message)
    {
    }

    public TransactionClosedException(string code, string message)
        : base(code, message)
    {
    }

    public TransactionClosedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TransactionClosedException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
