namespace Neo4j.Driver;

/// <summary>The server refused for reasons of security.</summary>
public class SecurityException : Neo4jException
{
    public SecurityException()
    {
    }

    public SecurityException(string message)
        : base(message)
    {
    }

    public SecurityException(string code, string message)
        : base(code, message)
    {
    }

    public SecurityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SecurityException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
