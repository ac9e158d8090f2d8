namespace Neo4j.Driver;

/// <summary>What the server knew about the user's rights has expired and must be fetched anew.</summary>
public sealed class AuthorizationException : SecurityException
{
    public AuthorizationException()
    {
    }

    public AuthorizationException(string message)
        : base(message)
    {
    }

    public AuthorizationException(string code, string message)
        : base(code, message)
    {
    }

    public AuthorizationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AuthorizationException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    public override bool IsRetriable => true;
}
