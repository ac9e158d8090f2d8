namespace Neo4j.Driver;

/// <summary>The records of this result are gone: it was consumed, or its session or transaction went on without it.</summary>
public sealed class ResultConsumedException : ClientException
{
    public ResultConsumedException()
    {
    }

    public ResultConsumedException(string message)
        : base(message)
    {
    }

    public ResultConsumedException(string code, string message)
        : base(code, message)
    {
    }

    public ResultConsumedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ResultConsumedException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
