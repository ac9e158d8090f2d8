namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>
/// Base of every node of the syntax tree. Nodes are immutable, and equal when they say the same thing,
/// wherever they stand in the text: the span takes no part in equality.
/// </summary>
public abstract record SyntaxNode
{
    public SourceSpan Span { get; init; }

    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}
