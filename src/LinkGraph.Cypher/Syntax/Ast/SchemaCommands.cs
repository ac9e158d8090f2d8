namespace LinkGraph.Cypher.Syntax.Ast;

/// <summary>A statement that changes the schema. Names and options may be parameters.</summary>
public abstract record SchemaCommand : Statement;

/// <summary>The name of an index or constraint: a literal string or a <see cref="Parameter"/>.</summary>
public sealed record SchemaName(string? Text, Parameter? Parameter) : SyntaxNode;

public enum IndexKind
{
    /// <summary>Not said: range.</summary>
    Default,
    Range,
    Text,
    Point,
    Fulltext,
    Vector,
    Lookup,
}

/// <summary>
/// What an index or constraint is about: <c>(v:Label|Label)</c> or <c>()-[v:TYPE]-()</c>; only a full-text index has several.
/// A look-up index has none.
/// </summary>
public sealed record SchemaEntity(bool IsRelationship, Variable Variable, SyntaxList<string> LabelsOrTypes) : SyntaxNode;

/// <summary>
/// <c>CREATE kind INDEX name IF NOT EXISTS FOR entity ON (v.a, v.b) OPTIONS {…}</c>;
/// a look-up index has no properties. Options are a map literal or a parameter.
/// </summary>
public sealed record CreateIndex(
    IndexKind Kind,
    SchemaName? Name,
    bool IfNotExists,
    SchemaEntity Entity,
    SyntaxList<PropertyAccess> Properties,
    Expression? OptionMap) : SchemaCommand;

public sealed record DropIndex(SchemaName Name, bool IfExists) : SchemaCommand;

public enum ConstraintKind
{
    Unique,
    NotNull,

    /// <summary>NODE KEY, RELATIONSHIP KEY, or KEY: present and unique.</summary>
    Key,

    /// <summary><c>IS :: TYPE</c></summary>
    Typed,
}

/// <summary><c>CREATE CONSTRAINT name IF NOT EXISTS FOR entity REQUIRE (v.a, v.b) IS kind OPTIONS {…}</c>.</summary>
public sealed record CreateConstraint(
    SchemaName? Name,
    bool IfNotExists,
    SchemaEntity Entity,
    SyntaxList<PropertyAccess> Properties,
    ConstraintKind Kind,
    CypherType? Type,
    Expression? OptionMap) : SchemaCommand;

public sealed record DropConstraint(SchemaName Name, bool IfExists) : SchemaCommand;
