namespace LinkGraph.Cypher.Syntax.Ast;

public abstract record Clause : SyntaxNode;

/// <summary><c>USE graph</c>: the graph that the following clauses work on.</summary>
public sealed record UseClause(GraphReference Graph) : Clause;

public abstract record GraphReference : SyntaxNode;

/// <summary>A graph by its name, the parts of a dotted name apart.</summary>
public sealed record NamedGraph(SyntaxList<string> Name) : GraphReference;

/// <summary>A graph given by a function: <c>graph.byName(…)</c>, <c>graph.byElementId(…)</c>.</summary>
public sealed record GraphFunction(FunctionInvocation Function) : GraphReference;

/// <summary><c>FINISH</c>: the query has no result.</summary>
public sealed record FinishClause : Clause;
