namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>The functions that wrap a pattern to ask for shortest paths.</summary>
public enum ShortestFunction
{
    None,
    ShortestPath,
    AllShortestPaths,
}

/// <summary>
/// A path: <c>variable = selector element element …</c>. Elements are nodes, relationships and parenthesized paths as written;
/// node and relationship alternate, except beside parenthesized paths.
/// </summary>
public sealed record PathPattern(
    Variable? Variable, PathSelector? Selector, ShortestFunction Function, SyntaxList<PathElement> Elements) : SyntaxNode;

public enum PathSelectorKind
{
    /// <summary><c>ALL [PATHS]</c></summary>
    All,

    /// <summary><c>ANY [n] [PATHS]</c></summary>
    Any,

    /// <summary><c>ALL SHORTEST</c></summary>
    AllShortest,

    /// <summary><c>SHORTEST n</c>, <c>ANY SHORTEST</c></summary>
    Shortest,

    /// <summary><c>SHORTEST [n] GROUPS</c></summary>
    ShortestGroups,
}

/// <summary>Which of the matching paths between two end nodes count. <paramref name="Count"/> is 1 where none is written.</summary>
public sealed record PathSelector(PathSelectorKind Kind, long Count) : SyntaxNode;

public abstract record PathElement : SyntaxNode;

/// <summary><c>(v:Labels {properties} WHERE predicate)</c>; properties are a map literal or a parameter.</summary>
public sealed record NodePattern(Variable? Variable, LabelExpression? Labels, Expression? Properties, Expression? Where) : PathElement;

public enum PatternDirection
{
    /// <summary>From left to right.</summary>
    Outgoing,

    /// <summary>From right to left.</summary>
    Incoming,

    /// <summary>Either way: <c>--</c> or <c>&lt;--&gt;</c>.</summary>
    Both,
}

/// <summary><c>-[v:TYPES*1..3 {properties} WHERE predicate]-></c>; a relationship has a length or a quantifier, not both.</summary>
public sealed record RelationshipPattern(
    PatternDirection Direction,
    Variable? Variable,
    LabelExpression? Types,
    VariableLength? Length,
    Expression? Properties,
    Expression? Where,
    PathQuantifier? Quantifier) : PathElement;

/// <summary><c>*</c>, <c>*2</c>, <c>*1..</c>, <c>*..3</c>, <c>*1..3</c>; a missing lower bound means 1.</summary>
public sealed record VariableLength(long? Minimum, long? Maximum) : SyntaxNode;

/// <summary><c>((a)-[r]->(b) WHERE predicate){1,3}</c>; without a quantifier the path is matched once.</summary>
public sealed record ParenthesizedPath(SyntaxList<PathElement> Elements, Expression? Where, PathQuantifier? Quantifier) : PathElement;

/// <summary><c>{m,n}</c>, <c>+</c> (1 to any), <c>*</c> (0 to any); <paramref name="Maximum"/> is null for any number.</summary>
public sealed record PathQuantifier(long Minimum, long? Maximum) : SyntaxNode;
