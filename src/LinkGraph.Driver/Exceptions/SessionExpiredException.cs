namespace Neo4j.Driver;

/// <summary>The server of this session can no longer serve it: it has lost the leadership or the connection.</summary>
public sealed class SessionExpiredException : Neo4jException
{
    public SessionExpiredException()
    {
    }

    public SessionExpiredException(string message)
        : base(message)
    {
    }

    public SessionExpiredException(string code, string message)
        : base(code, message)
    {
    }

    public SessionExpiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SessionExpiredException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    public override bool IsRetriable => true;
}
