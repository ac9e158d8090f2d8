namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>Whether a statement is to be run, only planned, or run and measured.</summary>
public enum StatementMode
{
    Execute,
    Explain,
    Profile,
}

/// <summary>One setting of a <c>CYPHER name=value</c> prefix. A version (<c>CYPHER 5</c>) has the name "version".</summary>
public sealed record StatementOption(string Name, string Value) : SyntaxNode;

/// <summary>What a client sends as one query text.</summary>
public abstract record Statement : SyntaxNode
{
    public StatementMode Mode { get; init; }

    public SyntaxList<StatementOption> Options { get; init; } = [];
}

/// <summary>A statement that reads or writes data.</summary>
public sealed record QueryStatement(Query Query) : Statement;

/// <summary>One query, or several joined by UNION; also the body of a subquery.</summary>
public sealed record Query(SingleQuery First, SyntaxList<UnionBranch> Unions) : SyntaxNode;

/// <summary>A further query of a UNION; <paramref name="All"/> keeps duplicates.</summary>
public sealed record UnionBranch(bool All, SingleQuery Query) : SyntaxNode;

/// <summary>
/// Clauses one after the other. The parser checks each clause, not their order: which may follow which is the binder's business.
/// In EXISTS and COUNT the last clause need not be RETURN.
/// </summary>
public sealed record SingleQuery(SyntaxList<Clause> Clauses) : SyntaxNode;
