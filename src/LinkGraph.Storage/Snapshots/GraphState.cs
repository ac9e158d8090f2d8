using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Indexes;

namespace LinkGraph.Storage.Snapshots;

/// <summary>The root of one version of the graph. A version that is published never changes.</summary>
internal sealed class GraphState
{
    public long Version { get; set; }

    public NodeChunk?[] Nodes { get; set; } = [];

    public RelationshipChunk?[] Relationships { get; set; } = [];

    /// <summary>The id of the next node. Ids are never given twice.</summary>
    public int NextNode { get; set; }

    /// <summary>The id of the next relationship. Ids are never given twice.</summary>
    public int NextRelationship { get; set; }

    public GraphCounts Counts { get; set; } = new();

    public GraphSchema Schema { get; set; } = GraphSchema.Empty;

    /// <summary>By the id of the index.</summary>
    public IndexTree?[] Indexes { get; set; } = [];

    public GraphState Copy() => (GraphState)MemberwiseClone();
}
