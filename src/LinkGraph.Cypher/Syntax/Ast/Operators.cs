namespace LinkGraph.Cypher.Syntax.Ast;

public enum LogicalOperator
{
    Or,
    Xor,
    And,
}

/// <summary>Two or more operands joined by the same operator, as <c>a AND b AND c</c>; parentheses make nested nodes.</summary>
public sealed record LogicalExpression(LogicalOperator Operator, SyntaxList<Expression> Operands) : Expression;

public sealed record NotExpression(Expression Operand) : Expression;

public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison, or a chain of them: <c>a &lt; b &lt;= c</c> means <c>a &lt; b AND b &lt;= c</c>.</summary>
public sealed record ComparisonExpression(Expression First, SyntaxList<ComparisonPart> Rest) : Expression;

public sealed record ComparisonPart(ComparisonOperator Operator, Expression Operand) : SyntaxNode;

public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Concatenate,
    StartsWith,
    EndsWith,
    Contains,
    MatchesRegex,
    In,
}

public sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary><c>-x</c>, or <c>+x</c> when not <paramref name="Negative"/>.</summary>
public sealed record SignExpression(bool Negative, Expression Operand) : Expression;

/// <summary><c>x IS NULL</c>, or <c>x IS NOT NULL</c> when <paramref name="Negated"/>.</summary>
public sealed record IsNullExpression(Expression Operand, bool Negated) : Expression;

public enum NormalForm
{
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
}

/// <summary><c>x IS [NOT] [NFC] NORMALIZED</c>.</summary>
public sealed record IsNormalizedExpression(Expression Operand, bool Negated, NormalForm Form) : Expression;

/// <summary><c>x IS [NOT] :: TYPE</c>, <c>x IS [NOT] TYPED TYPE</c>, <c>x :: TYPE</c>.</summary>
public sealed record IsTypedExpression(Expression Operand, bool Negated, CypherType Type) : Expression;

/// <summary><c>n:A|B</c>, <c>n IS A</c>.</summary>
public sealed record LabelPredicate(Expression Subject, LabelExpression Labels) : Expression;
