using LinkGraph.Storage;

namespace LinkGraph.Cypher.Execution;

/// <summary>A property key by name. A plan belongs to one store, whose tokens never change: what has been found need not be looked up again.</summary>
internal sealed class PropertyKey(string name)
{
    private int token = TokenTable.None;

    public string Name => name;

    /// <summary><see cref="TokenTable.None"/> while nobody has used it.</summary>
    public int In(IGraphView view) => token != TokenTable.None ? token : token = view.PropertyKeys.Find(name);

    /// <summary>Made if need be.</summary>
    public int In(WriteTransaction writer) => token != TokenTable.None ? token : token = writer.GetOrAddPropertyKey(name);
}
