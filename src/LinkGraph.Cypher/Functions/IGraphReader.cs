using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions;

/// <summary>What functions and operators read of the graph. All members but the existence tests throw for an entity that is not there.</summary>
public interface IGraphReader
{
    bool NodeExists(long node);

    bool RelationshipExists(long relationship);

    /// <summary>The names of the labels of a node.</summary>
    /// <exception cref="CypherException">EntityNotFound: the node was deleted; so for all that follow.</exception>
    IReadOnlyList<string> Labels(long node);

    /// <summary>The name of the type of a relationship.</summary>
    string Type(long relationship);

    /// <summary>Start and end.</summary>
    (long Start, long End) Ends(long relationship);

    MapValue NodeProperties(long node);

    MapValue RelationshipProperties(long relationship);

    /// <summary>Null for a property that is not there.</summary>
    Value NodeProperty(long node, string key);

    /// <summary>Null for a property that is not there.</summary>
    Value RelationshipProperty(long relationship, string key);

    /// <summary>The id as clients see it.</summary>
    string NodeElementId(long node);

    /// <summary>The id as clients see it.</summary>
    string RelationshipElementId(long relationship);
}
