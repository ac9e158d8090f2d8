namespace Neo4j.Driver;

/// <summary>A value in the query is of the wrong type.</summary>
public sealed class TypeException : ClientException
{
    public TypeException()
    {
    }

    public TypeException(string message)
        : base(message)
    {
    }

    public TypeException(string code, string message)
        : base(code, message)
    {
    }

    public TypeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TypeException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
