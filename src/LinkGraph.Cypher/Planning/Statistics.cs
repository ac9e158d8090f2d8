using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>What the planner knows of how much there is of what.</summary>
internal sealed class Statistics(IGraphView view)
{
    public double Nodes => Math.Max(view.NodeCount, 1);

    public double NodesWith(string label) => view.Labels.Find(label) is var token and >= 0 ? view.CountNodes(token) : 0;

    public IEnumerable<IndexDescriptor> IndexesOn(string label) =>
        view.Labels.Find(label) is var token and >= 0 ? view.Schema.IndexesOn(EntityKind.Node, token) : [];

    public string KeyName(int key) => view.PropertyKeys.Name(key);

    public double Entries(IndexDescriptor index) => view.CountEntries(index);

    public double Distinct(IndexDescriptor index) => view.EstimateDistinct(index);

    /// <summary>Relationships of some types that a node has on average.</summary>
    public double PerNode(string[]? types)
    {
        var count = types is null
            ? view.RelationshipCount
            : types.Sum(t => view.RelationshipTypes.Find(t) is var token and >= 0 ? view.CountRelationships(token) : 0);
        return count / Nodes;
    }
}
