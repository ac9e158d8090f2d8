namespace LinkGraph.Cypher.Syntax.Ast;

public sealed record WithClause(Projection Projection, Expression? Where) : Clause;

public sealed record ReturnClause(Projection Projection) : Clause;

/// <summary>ORDER BY, SKIP and LIMIT standing alone as a clause: the rows keep all their variables.</summary>
public sealed record OrderClause(SyntaxList<SortItem> OrderBy, Expression? Skip, Expression? Limit) : Clause;

/// <summary>What WITH and RETURN share. <paramref name="All"/> is the star, which may be followed by items.</summary>
public sealed record Projection(
    bool Distinct,
    bool All,
    SyntaxList<ProjectionItem> Items,
    SyntaxList<SortItem> OrderBy,
    Expression? Skip,
    Expression? Limit) : SyntaxNode;

/// <summary>One item of a projection. <see cref="SourceText"/> takes no part in equality, as spans do not.</summary>
public sealed record ProjectionItem(Expression Expression, Variable? Alias) : SyntaxNode
{
    /// <summary>The expression exactly as written.</summary>
    public string SourceText { get; init; } = "";

    /// <summary>The name of the column: the alias, the variable, or the expression as written.</summary>
    public string ColumnName => Alias?.Name ?? (Expression as Variable)?.Name ?? SourceText;

    public bool Equals(ProjectionItem? other) =>
        other is not null && Expression.Equals(other.Expression) && Equals(Alias, other.Alias);

    public override int GetHashCode() => HashCode.Combine(Expression, Alias);
}

public sealed record SortItem(Expression Expression, bool Descending) : SyntaxNode;
