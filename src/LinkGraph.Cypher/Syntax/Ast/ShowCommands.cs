namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>SHOW (and TERMINATE) commands, each feeding the next, and what is returned of them.</summary>
public sealed record ShowStatement(SyntaxList<ShowCommand> Commands, ReturnClause? Return) : Statement;

/// <summary>
/// One command. Without YIELD there may be a WHERE over all its columns; <paramref name="Yield"/> is YIELD with its order and limits,
/// and <paramref name="Where"/> then the filter after it.
/// </summary>
public abstract record ShowCommand(Projection? Yield, Expression? Where) : SyntaxNode;

/// <summary>Which indexes are shown: those of a kind (<see cref="IndexKind.Default"/>: all).</summary>
public sealed record ShowIndexes(IndexKind Kind, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);

public enum ConstraintFilter
{
    All,
    Unique,
    Key,
    Exist,
    Typed,
}

public enum EntityFilter
{
    All,
    Node,
    Relationship,
}

public sealed record ShowConstraints(ConstraintFilter Filter, EntityFilter Entities, Projection? Yield, Expression? Where)
    : ShowCommand(Yield, Where);

public enum FunctionFilter
{
    All,
    BuiltIn,
    UserDefined,
}

/// <summary>
/// <paramref name="ExecutableBy"/> is null without EXECUTABLE, empty for the current user, else the user's name.
/// </summary>
public sealed record ShowFunctions(FunctionFilter Filter, string? ExecutableBy, Projection? Yield, Expression? Where)
    : ShowCommand(Yield, Where);

/// <inheritdoc cref="ShowFunctions"/>
public sealed record ShowProcedures(string? ExecutableBy, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);

public enum DatabaseFilter
{
    All,
    Default,
    Home,
    Named,
}

/// <summary><paramref name="Name"/> is set for <see cref="DatabaseFilter.Named"/>: a string literal or a parameter.</summary>
public sealed record ShowDatabases(DatabaseFilter Filter, Expression? Name, Projection? Yield, Expression? Where)
    : ShowCommand(Yield, Where);

/// <summary>SHOW TRANSACTIONS; <paramref name="Ids"/> are the names asked for, one expression giving a string or a list each.</summary>
public sealed record ShowTransactions(SyntaxList<Expression> Ids, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);

public sealed record TerminateTransactions(SyntaxList<Expression> Ids, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);

public sealed record ShowSettings(SyntaxList<Expression> Names, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);

/// <summary>SHOW USERS, or SHOW CURRENT USER.</summary>
public sealed record ShowUsers(bool Current, Projection? Yield, Expression? Where) : ShowCommand(Yield, Where);
