namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>An expression over labels of a node, or over the type of a relationship.</summary>
public abstract record LabelExpression : SyntaxNode;

public sealed record LabelName(string Name) : LabelExpression;

/// <summary><c>%</c>: any label.</summary>
public sealed record LabelWildcard : LabelExpression;

/// <summary><c>$(expression)</c>, <c>$all(expression)</c>; with <paramref name="Any"/>, <c>$any(expression)</c>.</summary>
public sealed record DynamicLabel(Expression Expression, bool Any) : LabelExpression;

public sealed record LabelNot(LabelExpression Operand) : LabelExpression;

/// <summary><c>A&amp;B</c>, also written <c>:A:B</c>.</summary>
public sealed record LabelAnd(SyntaxList<LabelExpression> Operands) : LabelExpression;

/// <summary><c>A|B</c>, also written <c>A|:B</c>.</summary>
public sealed record LabelOr(SyntaxList<LabelExpression> Operands) : LabelExpression;
