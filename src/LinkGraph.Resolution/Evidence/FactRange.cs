namespace LinkGraph.Resolution.Evidence;

/// <summary>Numbers from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct FactRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;
}
