namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary><c>[v IN list WHERE predicate | projection]</c>.</summary>
public sealed record ListComprehension(Variable Variable, Expression List, Expression? Where, Expression? Projection) : Expression;

/// <summary><c>[p = (a)-->(b) WHERE predicate | projection]</c>; the path's variable is in the pattern.</summary>
public sealed record PatternComprehension(PathPattern Pattern, Expression? Where, Expression Projection) : Expression;

public sealed record ReduceExpression(
    Variable Accumulator, Expression Initial, Variable Variable, Expression List, Expression Body) : Expression;

public enum QuantifierKind
{
    All,
    Any,
    None,
    Single,
}

/// <summary><c>all(v IN list WHERE predicate)</c> and its like.</summary>
public sealed record QuantifierExpression(QuantifierKind Kind, Variable Variable, Expression List, Expression Where) : Expression;

/// <summary>
/// A pattern standing as an expression: a predicate, or the list of its paths; <c>shortestPath(…)</c> too.
/// </summary>
public sealed record PatternExpression(PathPattern Pattern) : Expression;

/// <summary><c>EXISTS { … }</c>. A bare pattern in braces is read as a query of one MATCH, here and in COUNT.</summary>
public sealed record ExistsExpression(Query Query) : Expression;

/// <summary><c>COUNT { … }</c>.</summary>
public sealed record CountExpression(Query Query) : Expression;

/// <summary><c>COLLECT { … }</c>.</summary>
public sealed record CollectExpression(Query Query) : Expression;

/// <summary><c>variable {.a, .*, b, c: expression}</c>.</summary>
public sealed record MapProjection(Variable Variable, SyntaxList<MapProjectionItem> Items) : Expression;

public abstract record MapProjectionItem : SyntaxNode;

/// <summary><c>.key</c></summary>
public sealed record ProjectedProperty(string Key) : MapProjectionItem;

/// <summary><c>.*</c></summary>
public sealed record ProjectedAll : MapProjectionItem;

/// <summary><c>variable</c>: the key is the variable's name.</summary>
public sealed record ProjectedVariable(Variable Variable) : MapProjectionItem;

/// <summary><c>key: expression</c></summary>
public sealed record ProjectedEntry(string Key, Expression Value) : MapProjectionItem;
