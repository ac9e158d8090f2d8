namespace Neo4j.Driver;

/// <summary>A security error that this client has no type for.</summary>
public sealed class UnknownSecurityException : SecurityException
{
    public UnknownSecurityException()
    {
    }

    public UnknownSecurityException(string message)
        : base(message)
    {
    }

    public UnknownSecurityException(string code, string message)
        : base(code, message)
    {
    }

    public UnknownSecurityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnknownSecurityException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
