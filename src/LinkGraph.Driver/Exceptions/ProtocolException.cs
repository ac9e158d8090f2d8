namespace Neo4j.Driver;

/// <summary>The other side sent what Bolt does not allow, or a value cannot be sent over Bolt.</summary>
public sealed class ProtocolException : Neo4jException
{
    public ProtocolException()
    {
    }

    public ProtocolException(string message)
        : base(message)
    {
    }

    public ProtocolException(string code, string message)
        : base(code, message)
    {
    }

    public ProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ProtocolException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
