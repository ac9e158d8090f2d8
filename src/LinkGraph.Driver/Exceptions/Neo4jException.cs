namespace Neo4j.Driver;

/// <summary>The base of everything that goes wrong between this client and a server.</summary>
public class Neo4jException : Exception
{
    public Neo4jException()
    {
    }

    public Neo4jException(string message)
        : base(message)
    {
    }

    public Neo4jException(string code, string message)
        : base(message) => Code = code;

    public Neo4jException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public Neo4jException(string code, string message, Exception innerException)
        : base(message, innerException) => Code = code;

    /// <summary>Whether the same transaction may succeed when it is run again; transaction functions do so by themselves.</summary>
    public virtual bool IsRetriable => false;

    /// <summary>The server's code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; null where the client found the error itself.</summary>
    public string Code { get; set; }
}
