namespace Neo4j.Driver;

/// <summary>No connection could be made, or the one in use was lost.</summary>
public sealed class ServiceUnavailableException : Neo4jException
{
    public ServiceUnavailableException()
    {
    }

    public ServiceUnavailableException(string message)
        : base(message)
    {
    }

    public ServiceUnavailableException(string code, string message)
        : base(code, message)
    {
    }

    public ServiceUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ServiceUnavailableException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }

    public override bool IsRetriable => true;
}
