namespace Neo4j.Driver;

/// <summary>The routing table cannot be had, and asking another router would not help: the database does not exist.</summary>
public sealed class FatalDiscoveryException : ClientException
{
    public FatalDiscoveryException()
    {
    }

    public FatalDiscoveryException(string message)
        : base(message)
    {
    }

    public FatalDiscoveryException(string code, string message)
        : base(code, message)
    {
    }

    public FatalDiscoveryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public FatalDiscoveryException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
