using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>A node of the patterns of one MATCH. Anonymous ones have a name that nobody can write.</summary>
internal sealed record PatternNode(string Name, int Slot, bool Bound);

/// <summary>A relationship of the patterns of one MATCH, or a walk of them.</summary>
/// <param name="Name">Its variable.</param>
/// <param name="Slot">Where it goes, or the list of them.</param>
/// <param name="Bound">It is known before.</param>
/// <param name="Left">The node left of it as written.</param>
/// <param name="Right">The node right of it.</param>
/// <param name="Pattern">As written.</param>
/// <param name="Walk">Set for a quantified path.</param>
internal sealed record PatternEdge(string Name, int Slot, bool Bound, PatternNode Left, PatternNode Right, RelationshipPattern Pattern, QuantifiedWalk? Walk = null)
{
    public bool IsVarLength => Pattern.Length is not null || Walk is not null;
}

/// <summary>A path whose inside is matched several times over, one after the other.</summary>
internal sealed record QuantifiedWalk(ParenthesizedPath Path);

/// <summary>A path variable: nodes and relationships in the order of the walk.</summary>
internal sealed record PatternPath(int Slot, IReadOnlyList<PatternNode> Nodes, IReadOnlyList<PatternEdge> Edges);

/// <summary>The patterns of one MATCH as a graph, and what is asked of it.</summary>
internal sealed class PatternGraph
{
    public List<PatternNode> Nodes { get; } = [];

    public List<PatternEdge> Edges { get; } = [];

    public List<PatternPath> Paths { get; } = [];

    public List<(PathPattern Pattern, PatternEdge Edge, PatternPath? Path)> Shortest { get; } = [];

    /// <summary>Conjuncts: of WHERE, of inline predicates and properties, of labels.</summary>
    public List<Expression> Predicates { get; } = [];
}
