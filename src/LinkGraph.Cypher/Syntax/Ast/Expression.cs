namespace LinkGraph.Cypher.Syntax.Ast;

public abstract record Expression : SyntaxNode;

public sealed record Variable(string Name) : Expression;

/// <summary><c>$name</c>, <c>$`any name`</c>, <c>$0</c>.</summary>
public sealed record Parameter(string Name) : Expression;

/// <summary>A call of a function; the name is as written, case and all.</summary>
public sealed record FunctionInvocation(
    SyntaxList<string> Namespace, string Name, bool Distinct, SyntaxList<Expression> Arguments) : Expression
{
    /// <summary>The dotted name.</summary>
    public string FullName => Namespace.Count == 0 ? Name : string.Join('.', [.. Namespace, Name]);
}

/// <summary><c>count(*)</c>.</summary>
public sealed record CountStar : Expression;

public sealed record PropertyAccess(Expression Subject, string Key) : Expression;

/// <summary><c>list[index]</c>, <c>map[key]</c>.</summary>
public sealed record IndexAccess(Expression Subject, Expression Index) : Expression;

/// <summary><c>list[from..to]</c>.</summary>
public sealed record SliceAccess(Expression Subject, Expression? From, Expression? To) : Expression;
