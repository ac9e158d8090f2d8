namespace LinkGraph.Cypher.Syntax.Ast;

public abstract record Literal : Expression;

public sealed record NullLiteral : Literal;

public sealed record BooleanLiteral(bool Value) : Literal;

/// <summary>An integer; a minus sign directly before the digits belongs to the literal.</summary>
public sealed record IntegerLiteral(long Value) : Literal;

/// <summary>A floating point number, Infinity and NaN included; a minus sign directly before belongs to the literal.</summary>
public sealed record FloatLiteral(double Value) : Literal;

/// <summary>A string, its escapes resolved.</summary>
public sealed record StringLiteral(string Value) : Literal;

public sealed record ListLiteral(SyntaxList<Expression> Items) : Expression;

public sealed record MapLiteral(SyntaxList<MapEntry> Entries) : Expression;

public sealed record MapEntry(string Key, Expression Value) : SyntaxNode;
