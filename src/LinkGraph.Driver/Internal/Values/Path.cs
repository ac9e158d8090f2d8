#nullable enable
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

internal sealed class Path(IReadOnlyList<INode> nodes, IReadOnlyList<IRelationship> relationships) : IPath
{
    public INode Start => Nodes[0];

    public INode End => Nodes[^1];

    public IReadOnlyList<INode> Nodes { get; } = nodes;

    public IReadOnlyList<IRelationship> Relationships { get; } = relationships;

    /// <summary>
    /// Follows Bolt's steps: pairs of a relationship, counted from 1 and negative if it is followed against its direction, and the
    /// node it leads to, counted from 0.
    /// </summary>
    public static Path Build(Node[] nodes, Relationship[] relationships, int[] steps)
    {
        if (nodes.Length == 0 || steps.Length % 2 != 0)
            throw new PackStreamException("A path needs a node and pairs of steps.");
        var visited = new List<INode>(steps.Length / 2 + 1) { nodes[0] };
        var followed = new List<IRelationship>(steps.Length / 2);
        for (var i = 0; i < steps.Length; i += 2)
        {
            var (step, target) = (steps[i], steps[i + 1]);
            if (step == 0 || Math.Abs((long)step) > relationships.Length || target < 0 || target >= nodes.Length)
                throw new PackStreamException($"A path steps from {step} to {target}, which it does not have.");
            var (from, to) = (visited[^1].ElementId, nodes[target].ElementId);
            var relationship = relationships[Math.Abs(step) - 1];
            followed.Add(step > 0 ? relationship.Between(from, to) : relationship.Between(to, from));
            visited.Add(nodes[target]);
        }
        return new Path(visited, followed);
    }

    public bool Equals(IPath? other) =>
        other is not null && Nodes.SequenceEqual(other.Nodes) && Relationships.SequenceEqual(other.Relationships);

    public override bool Equals(object? obj) => Equals(obj as IPath);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var node in Nodes)
            hash.Add(node);
        return hash.ToHashCode();
    }
}
