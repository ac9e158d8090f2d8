namespace Neo4j.Driver;

/// <summary>The client sent something that the server cannot do: it will fail again until it is changed.</summary>
public class ClientException : Neo4jException
{
    public ClientException()
    {
    }

    public ClientException(string message)
        : base(message)
    {
    }

    public ClientException(string code, string message)
        : base(code, message)
    {
    }

    public ClientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ClientException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
