namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary><c>CASE WHEN condition THEN result … ELSE default END</c>.</summary>
public sealed record SearchedCase(SyntaxList<CaseBranch> Branches, Expression? Else) : Expression;

public sealed record CaseBranch(Expression Condition, Expression Result) : SyntaxNode;

/// <summary>
/// <c>CASE subject WHEN test, test THEN result … ELSE default END</c>. Each test is a predicate over <see cref="CaseSubject"/>,
/// which stands for the subject's value: <c>WHEN 1</c> is <c>subject = 1</c>, <c>WHEN &lt; 3</c> is <c>subject &lt; 3</c>.
/// </summary>
public sealed record SimpleCase(Expression Subject, SyntaxList<SimpleCaseBranch> Branches, Expression? Else) : Expression;

public sealed record SimpleCaseBranch(SyntaxList<Expression> Tests, Expression Result) : SyntaxNode;

/// <summary>The value of the subject of the innermost <see cref="SimpleCase"/>; stands only first in a test.</summary>
public sealed record CaseSubject : Expression;
