namespace Neo4j.Driver;

/// <summary>The token has expired; a new one is needed.</summary>
public sealed class TokenExpiredException : SecurityException
{
    public TokenExpiredException()
    {
    }

    public TokenExpiredException(string message)
        : base(message)
    {
    }

    public TokenExpiredException(string code, string message)
        : base(code, message)
    {
    }

    public TokenExpiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TokenExpiredException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
