namespace LinkGraph.Graph.Publishing;

/// <summary>Properties of LINKED_TO that make it differ.</summary>
internal sealed record LinkValue(double Bits, IReadOnlyList<string> Facets)
{
    public bool Equals(LinkValue? other) => other is not null && Bits.Equals(other.Bits) && Facets.SequenceEqual(other.Facets);

    public override int GetHashCode() => Bits.GetHashCode();
}
