namespace Neo4j.Driver;

/// <summary>The credentials are wrong.</summary>
public sealed class AuthenticationException : SecurityException
{
    public AuthenticationException()
    {
    }

    public AuthenticationException(string message)
        : base(message)
    {
    }

    public AuthenticationException(string code, string message)
        : base(code, message)
    {
    }

    public AuthenticationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AuthenticationException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
