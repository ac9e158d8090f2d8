namespace Neo4j.Driver;

/// <summary>The user is not allowed to do this.</summary>
public sealed class ForbiddenException : SecurityException
{
    public ForbiddenException()
    {
    }

    public ForbiddenException(string message)
        : base(message)
    {
    }

    public ForbiddenException(string code, string message)
        : base(code, message)
    {
    }

    public ForbiddenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ForbiddenException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
