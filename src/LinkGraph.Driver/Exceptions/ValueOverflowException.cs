namespace Neo4j.Driver;

/// <summary>The value is out of the range of the .NET type.</summary>
public sealed class ValueOverflowException : ClientException
{
    public ValueOverflowException()
    {
    }

    public ValueOverflowException(string message)
        : base(message)
    {
    }

    public ValueOverflowException(string code, string message)
        : base(code, message)
    {
    }

    public ValueOverflowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ValueOverflowException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
