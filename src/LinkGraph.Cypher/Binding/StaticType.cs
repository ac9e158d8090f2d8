namespace LinkGraph.Cypher.Binding;

/// <summary>What is known of an expression's value before the query runs.</summary>
internal enum StaticKind
{
    /// <summary>Nothing is known.</summary>
    Any,
    Null,
    Boolean,
    Integer,
    Float,
    String,
    List,
    Map,
    Node,
    Relationship,
    Path,
}

/// <param name="Kind">What it is.</param>
/// <param name="Element">Of a list: what its items are.</param>
internal sealed record StaticType(StaticKind Kind, StaticType? Element = null)
{
    public static readonly StaticType Any = new(StaticKind.Any), Null = new(StaticKind.Null), Boolean = new(StaticKind.Boolean), Integer = new(StaticKind.Integer),
        Float = new(StaticKind.Float), String = new(StaticKind.String), List = new(StaticKind.List, Any), Map = new(StaticKind.Map),
        Node = new(StaticKind.Node), Relationship = new(StaticKind.Relationship), Path = new(StaticKind.Path);

    public static StaticType ListOf(StaticType element) => new(StaticKind.List, element);

    /// <summary>May it be of one of these kinds?</summary>
    public bool MayBe(params ReadOnlySpan<StaticKind> kinds) => Kind is StaticKind.Any or StaticKind.Null || kinds.Contains(Kind);

    public override string ToString() => Kind == StaticKind.List && Element!.Kind != StaticKind.Any ? $"List<{Element}>" : Kind.ToString();
}
