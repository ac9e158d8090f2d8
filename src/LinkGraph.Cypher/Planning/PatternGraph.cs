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
/// <param name="Path">The inside; its first and last node have names.</param>
/// <param name="Groups">Variables of the inside, and the slots that take the list of their values.</param>
/// <param name="Needs">Variables from outside that the inside asks for.</param>
internal sealed record QuantifiedWalk(ParenthesizedPath Path, IReadOnlyList<(string Name, int Slot)> Groups, IReadOnlySet<string> Needs);

/// <summary>A path of which only some count, the shortest first, between two nodes of the graph around it.</summary>
/// <param name="Pattern">As written.</param>
/// <param name="First">Where it begins.</param>
/// <param name="Last">Where it ends.</param>
/// <param name="Edges">In the order of the walk.</param>
/// <param name="Path">Its variable, if it has one.</param>
/// <param name="Inner">All that a path must be to count at all.</param>
internal sealed record SelectivePath(
    PathPattern Pattern, PatternNode First, PatternNode Last, IReadOnlyList<PatternEdge> Edges, PatternPath? Path, PatternGraph Inner)
{
    /// <summary>Over one relationship pattern, each step asked for itself, a search in the breadth will do.</summary>
    public bool IsPlain => Edges is [{ Walk: null, Bound: false }] && Inner.Predicates.Count == 0 && Pattern.Selector is not { Kind: PathSelectorKind.ShortestGroups };

    /// <summary>For plans that are shown.</summary>
    public string Details => $"{Pattern.Selector?.Kind.ToString() ?? Pattern.Function.ToString()} ({First.Name})…({Last.Name})";
}

/// <summary>A path variable: nodes and relationships in the order of the walk.</summary>
internal sealed record PatternPath(int Slot, IReadOnlyList<PatternNode> Nodes, IReadOnlyList<PatternEdge> Edges);

/// <summary>The patterns of one MATCH as a graph, and what is asked of it.</summary>
internal sealed class PatternGraph
{
    public List<PatternNode> Nodes { get; } = [];

    public List<PatternEdge> Edges { get; } = [];

    public List<PatternPath> Paths { get; } = [];

    public List<SelectivePath> Shortest { get; } = [];

    /// <summary>Conjuncts: of WHERE, of inline predicates and properties, of labels.</summary>
    public List<Expression> Predicates { get; } = [];
}
