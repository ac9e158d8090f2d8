namespace LinkGraph.Bolt.PackStream;

/// <summary>The bytes are no PackStream, or not the PackStream that was expected; nothing after them can be trusted.</summary>
public sealed class PackStreamException : Exception
{
    public PackStreamException()
    {
    }

    public PackStreamException(string message)
        : base(message)
    {
    }

    public PackStreamException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
