namespace Neo4j.Driver;

/// <summary>A bookmark that the server does not understand.</summary>
public sealed class InvalidBookmarkException : ClientException
{
    public InvalidBookmarkException()
    {
    }

    public InvalidBookmarkException(string message)
        : base(message)
    {
    }

    public InvalidBookmarkException(string code, string message)
        : base(code, message)
    {
    }

    public InvalidBookmarkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidBookmarkException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
