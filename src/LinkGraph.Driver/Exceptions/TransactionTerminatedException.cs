namespace Neo4j.Driver;

/// <summary>An error in another query of the transaction has terminated it.</summary>
public sealed class TransactionTerminatedException : ClientException
{
    public TransactionTerminatedException()
    {
    }

    public TransactionTerminatedException(string message)
        : base(message)
    {
    }

    public TransactionTerminatedException(string code, string message)
        : base(code, message)
    {
    }

    public TransactionTerminatedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TransactionTerminatedException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
