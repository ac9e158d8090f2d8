using LinkGraph.Cypher.Functions;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

/// <summary>A graph of one relationship (node 1)-[7]->(node 2), for functions that read one.</summary>
internal sealed class SmallGraph : IGraphReader
{
    public bool NodeExists(long node) => node is 1 or 2;

    public bool RelationshipExists(long relationship) => relationship == 7;

    public IReadOnlyList<string> Labels(long node) => node == 1 ? ["Person", "Admin"] : [];

    public string Type(long relationship) => "KNOWS";

    public (long Start, long End) Ends(long relationship) => (1, 2);

    public MapValue NodeProperties(long node) => node == 1 ? new MapValue().With("name", Value.Of("Ada")) : MapValue.Empty;

    public MapValue RelationshipProperties(long relationship) => new MapValue().With("since", Value.Of(1843));

    public Value NodeProperty(long node, string key) => NodeProperties(node)[key];

    public Value RelationshipProperty(long relationship, string key) => RelationshipProperties(relationship)[key];

    public string NodeElementId(long node) => $"4:test:{node}";

    public string RelationshipElementId(long relationship) => $"5:test:{relationship}";
}
