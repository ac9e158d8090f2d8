namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>
/// A procedure call. <paramref name="Arguments"/> is null when there are no parentheses (arguments come from parameters),
/// <paramref name="Yield"/> is null when there is no YIELD.
/// </summary>
public sealed record CallProcedureClause(
    bool Optional, ProcedureName Procedure, SyntaxList<Expression>? Arguments, Yield? Yield) : Clause;

public sealed record ProcedureName(SyntaxList<string> Namespace, string Name) : SyntaxNode
{
    /// <summary>The dotted name.</summary>
    public string FullName => string.Join('.', [.. Namespace, Name]);
}

/// <summary>YIELD of a procedure: all columns (<c>*</c>) or the items, and a filter.</summary>
public sealed record Yield(bool All, SyntaxList<YieldItem> Items, Expression? Where) : SyntaxNode;

public sealed record YieldItem(string Column, Variable? Alias) : SyntaxNode
{
    /// <summary>The variable the column is bound to.</summary>
    public string VariableName => Alias?.Name ?? Column;
}

/// <summary>
/// <c>CALL { … }</c>. <paramref name="Scope"/> is null without a scope clause: then a leading WITH of the body imports variables.
/// </summary>
public sealed record CallSubqueryClause(bool Optional, SubqueryScope? Scope, Query Query, InTransactions? Transactions) : Clause;

/// <summary><c>CALL (a, b)</c>, <c>CALL (*)</c> or <c>CALL ()</c>.</summary>
public sealed record SubqueryScope(bool All, SyntaxList<Variable> Variables) : SyntaxNode;

public enum TransactionErrorMode
{
    /// <summary>Not said: as <see cref="Fail"/>.</summary>
    Default,
    Fail,
    Break,
    Continue,
}

/// <summary>
/// <c>IN [n CONCURRENT] TRANSACTIONS [OF n ROWS] [ON ERROR …] [REPORT STATUS AS v]</c>.
/// <paramref name="BatchSize"/> is null for the default of 1,000 rows; <paramref name="Concurrency"/> may be null when concurrent.
/// </summary>
public sealed record InTransactions(
    bool Concurrent, Expression? Concurrency, Expression? BatchSize, TransactionErrorMode OnError, Variable? ReportStatus) : SyntaxNode;
