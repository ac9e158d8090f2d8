namespace Neo4j.Driver;

/// <summary>The server was silent for longer than it had announced that it might be.</summary>
public sealed class ConnectionReadTimeoutException : Neo4jException
{
    public ConnectionReadTimeoutException()
    {
    }

    public ConnectionReadTimeoutException(string message)
        : base(message)
    {
    }

    public ConnectionReadTimeoutException(string code, string message)
        : base(code, message)
    {
    }

    public ConnectionReadTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConnectionReadTimeoutException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    public override bool IsRetriable => true;
}
