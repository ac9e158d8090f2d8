namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>CREATE, or GQL's INSERT, which differs in what patterns it takes and not in what it does.</summary>
public sealed record CreateClause(bool Insert, SyntaxList<PathPattern> Patterns) : Clause;

public sealed record MergeClause(PathPattern Pattern, SyntaxList<MergeAction> Actions) : Clause;

/// <summary><c>ON CREATE SET …</c> or <c>ON MATCH SET …</c>.</summary>
public sealed record MergeAction(bool OnCreate, SyntaxList<SetItem> Items) : SyntaxNode;

public sealed record SetClause(SyntaxList<SetItem> Items) : Clause;

public abstract record SetItem : SyntaxNode;

/// <summary><c>SET n.key = value</c>; the target's subject may be any expression.</summary>
public sealed record SetProperty(PropertyAccess Target, Expression Value) : SetItem;

/// <summary><c>SET n[key] = value</c>.</summary>
public sealed record SetDynamicProperty(IndexAccess Target, Expression Value) : SetItem;

/// <summary><c>SET n = map</c>: all other properties go.</summary>
public sealed record ReplaceProperties(Variable Variable, Expression Value) : SetItem;

/// <summary><c>SET n += map</c>.</summary>
public sealed record AddProperties(Variable Variable, Expression Value) : SetItem;

/// <summary><c>SET n:A:$(expression)</c>, <c>SET n IS A</c>; labels are <see cref="LabelName"/> or <see cref="DynamicLabel"/>.</summary>
public sealed record SetLabels(Variable Variable, SyntaxList<LabelExpression> Labels) : SetItem;

public sealed record RemoveClause(SyntaxList<RemoveItem> Items) : Clause;

public abstract record RemoveItem : SyntaxNode;

public sealed record RemoveProperty(PropertyAccess Target) : RemoveItem;

public sealed record RemoveDynamicProperty(IndexAccess Target) : RemoveItem;

public sealed record RemoveLabels(Variable Variable, SyntaxList<LabelExpression> Labels) : RemoveItem;

/// <summary>What DELETE does to relationships of a node. Without a word: as <see cref="NoDetach"/>.</summary>
public enum DeleteMode
{
    Default,
    Detach,
    NoDetach,
}

public sealed record DeleteClause(DeleteMode Mode, SyntaxList<Expression> Expressions) : Clause;

public sealed record ForeachClause(Variable Variable, Expression List, SyntaxList<Clause> Updates) : Clause;
