namespace LinkGraph.Ingestion;

/// <summary>Ingestion cannot go on and the message says why, where, and what to do. Everything acknowledged so far stays in the graph.</summary>
public sealed class IngestionException : Exception
{
    public IngestionException(string message) : base(message)
    {
    }

    public IngestionException(string message, Exception inner) : base(message, inner)
    {
    }

    public IngestionException()
    {
    }
}
