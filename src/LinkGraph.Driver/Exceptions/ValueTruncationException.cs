namespace Neo4j.Driver;

/// <summary>The value does not fit into the .NET type without losing precision.</summary>
public sealed class ValueTruncationException : ClientException
{
    public ValueTruncationException()
    {
    }

    public ValueTruncationException(string message)
        : base(message)
    {
    }

    public ValueTruncationException(string code, string message)
        : base(code, message)
    {
    }

    public ValueTruncationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ValueTruncationException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
