namespace LinkGraph.Model.Ingest;

/// <summary>When something was first and last seen, both inclusive, in UTC.</summary>
public readonly record struct Span(DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>The smallest span that holds both; the order of the two does not matter.</summary>
    public Span Union(Span other) => new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
}
