namespace LinkGraph.Bolt.Server;

/// <summary>A result that has not been read to the end.</summary>
internal sealed class OpenStream(long id, IBoltResult result)
{
    public long Id { get; } = id;

    public IBoltResult Result { get; } = result;

    /// <summary>Whether the result stands on a row that has not been sent; null before the first is looked for.</summary>
    public bool? HasRow { get; set; }
}
