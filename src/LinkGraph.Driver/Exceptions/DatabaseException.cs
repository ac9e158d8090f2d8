namespace Neo4j.Driver;

/// <summary>The server failed in a way that is neither the client's fault nor expected to pass.</summary>
public sealed class DatabaseException : Neo4jException
{
    public DatabaseException()
    {
    }

    public DatabaseException(string message)
        : base(message)
    {
    }

    public DatabaseException(string code, string message)
        : base(code, message)
    {
    }

    public DatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DatabaseException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
