namespace LinkGraph.Cypher.Syntax.Ast;

public sealed record MatchClause(
    bool Optional,
    SyntaxList<PathPattern> Patterns,
    SyntaxList<Hint> Hints,
    Expression? Where) : Clause;

public sealed record UnwindClause(Expression List, Variable Variable) : Clause;

/// <summary><c>LOAD CSV</c>. <paramref name="FieldTerminator"/> is null for a comma.</summary>
public sealed record LoadCsvClause(bool WithHeaders, Expression Url, Variable Variable, string? FieldTerminator) : Clause;

/// <summary>A <c>USING …</c> after a MATCH pattern.</summary>
public abstract record Hint : SyntaxNode;

public enum IndexHintKind
{
    Any,
    Range,
    Text,
    Point,
}

/// <summary><c>USING INDEX n:Label(a, b)</c>; <paramref name="Seek"/> when a scan of the index will not do.</summary>
public sealed record IndexHint(
    IndexHintKind Kind, bool Seek, Variable Variable, string LabelOrType, SyntaxList<string> Properties) : Hint;

/// <summary><c>USING SCAN n:Label</c>.</summary>
public sealed record ScanHint(Variable Variable, string LabelOrType) : Hint;

/// <summary><c>USING JOIN ON n, m</c>.</summary>
public sealed record JoinHint(SyntaxList<Variable> Variables) : Hint;
