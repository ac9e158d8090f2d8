namespace Neo4j.Driver;

/// <summary>The server is too old for what was asked.</summary>
public sealed class UnsupportedFeatureException : ClientException
{
    public UnsupportedFeatureException()
    {
    }

    public UnsupportedFeatureException(string message)
        : base(message)
    {
    }

    public UnsupportedFeatureException(string code, string message)
        : base(code, message)
    {
    }

    public UnsupportedFeatureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnsupportedFeatureException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
