namespace Neo4j.Driver;

/// <summary>A parameter is missing or of a kind the query cannot use.</summary>
public sealed class StatementArgumentException : ClientException
{
    public StatementArgumentException()
    {
    }

    public StatementArgumentException(string message)
        : base(message)
    {
    }

    public StatementArgumentException(string code, string message)
        : base(code, message)
    {
    }

    public StatementArgumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StatementArgumentException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
