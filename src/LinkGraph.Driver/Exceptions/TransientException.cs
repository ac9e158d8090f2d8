namespace Neo4j.Driver;

/// <summary>The server could not do it this time (a deadlock, a limit): it may succeed when run again.</summary>
public sealed class TransientException : Neo4jException
{
    public TransientException()
    {
    }

    public TransientException(string message)
        : base(message)
    {
    }

    public TransientException(string code, string message)
        : base(code, message)
    {
    }

    public TransientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TransientException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    public override bool IsRetriable => true;
}
