namespace Neo4j.Driver;

/// <summary>A session can have one transaction at a time.</summary>
public sealed class TransactionNestingException : ClientException
{
    public TransactionNestingException()
    {
    }

    public TransactionNestingException(string message)
        : base(message)
    {
    }

    public TransactionNestingException(string code, string message)
        : base(code, message)
    {
    }

    public TransactionNestingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TransactionNestingException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
