namespace LinkGraph.Storage.Values;

/// <summary>A walk through the graph: one node more than relationships.</summary>
public sealed class PathValue : IValueObject
{
    private readonly long[] nodes;
    private readonly long[] relationships;

    /// <param name="nodes">Ids, in the order of the walk.</param>
    /// <param name="relationships">Ids; the i-th lies between the nodes i and i + 1, whichever way it points.</param>
    /// <exception cref="ArgumentException">There is not one node more than relationships.</exception>
    public PathValue(long[] nodes, long[] relationships)
    {
        if (nodes.Length != relationships.Length + 1)
        {
            throw new ArgumentException("A path has one node more than relationships.", nameof(nodes));
        }

        (this.nodes, this.relationships) = (nodes, relationships);
    }

    public ReadOnlySpan<long> Nodes => nodes;

    public ReadOnlySpan<long> Relationships => relationships;

    public int Length => relationships.Length;

    ValueKind IValueObject.Kind => ValueKind.Path;
}
