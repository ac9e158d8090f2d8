using LinkGraph.Cypher.Functions;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>What functions read of the graph, from a view of it.</summary>
internal sealed class ViewReader(IGraphView view) : IGraphReader
{
    private IGraphView view = view;

    /// <summary>From now on another view is read.</summary>
    public void Read(IGraphView from) => view = from;

    public bool NodeExists(long node) => view.NodeExists(node);

    public bool RelationshipExists(long relationship) => view.RelationshipExists(relationship);

    public IReadOnlyList<string> Labels(long node)
    {
        List<string> names = [];
        foreach (var label in view.LabelsOf(node))
        {
            names.Add(view.Labels.Name(label));
        }

        return names;
    }

    public string Type(long relationship) => view.RelationshipTypes.Name(view.TypeOf(relationship));

    public (long Start, long End) Ends(long relationship) => (view.StartOf(relationship), view.EndOf(relationship));

    /// <summary>A node that was deleted has none; a single one of them cannot be asked for.</summary>
    public MapValue NodeProperties(long node) => view.NodeExists(node) ? Named(view.NodeProperties(node)) : MapValue.Empty;

    public MapValue RelationshipProperties(long relationship) => Named(view.RelationshipProperties(relationship));

    /// <summary>A key that nobody knows is asked for all the same: what is deleted has to say so.</summary>
    public Value NodeProperty(long node, string key) => view.NodeProperty(node, view.PropertyKeys.Find(key));

    public Value RelationshipProperty(long relationship, string key) => view.RelationshipProperty(relationship, view.PropertyKeys.Find(key));

    public string NodeElementId(long node) => ElementIds.OfNode(node);

    public string RelationshipElementId(long relationship) => ElementIds.OfRelationship(relationship);

    private MapValue Named(PropertyEnumerator properties)
    {
        var map = new MapValue();
        foreach (var (key, value) in properties)
        {
            map.With(view.PropertyKeys.Name(key), value);
        }

        return map;
    }
}
