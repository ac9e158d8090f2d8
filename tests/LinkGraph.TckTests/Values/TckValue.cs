namespace LinkGraph.TckTests.Values;

/// <summary>
/// A value as the TCK sees it, free of any driver or engine. Temporal values, durations and points are strings in Cypher's own text,
/// for the TCK's notation cannot tell them apart. Two values are equal when their <see cref="TckText"/> is: 1 is not 1.0, NaN is NaN,
/// 0.0 is -0.0, and the identity of nodes and relationships is not looked at.
/// </summary>
public abstract class TckValue : IEquatable<TckValue>
{
    public static TckValue Null { get; } = new TckNull();

    public bool Equals(TckValue? other) => other is not null && ToString() == other.ToString();

    public sealed override bool Equals(object? obj) => Equals(obj as TckValue);

    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => TckText.Of(this);
}

public sealed class TckNull : TckValue;

public sealed class TckBoolean(bool value) : TckValue
{
    public bool Value { get; } = value;
}

public sealed class TckInteger(long value) : TckValue
{
    public long Value { get; } = value;
}

public sealed class TckFloat(double value) : TckValue
{
    public double Value { get; } = value;
}

/// <summary>A string, or the text of a temporal value, duration or point.</summary>
public sealed class TckString(string value) : TckValue
{
    public string Value { get; } = value;
}

public sealed class TckList(IReadOnlyList<TckValue> items) : TckValue
{
    public IReadOnlyList<TckValue> Items { get; } = items;
}

public sealed class TckMap(IReadOnlyDictionary<string, TckValue> entries) : TckValue
{
    public IReadOnlyDictionary<string, TckValue> Entries { get; } = entries;
}

/// <summary>A node. Its id tells the nodes of one graph apart when side effects are counted; it is never compared with an expected node,
/// where it is empty.</summary>
public sealed class TckNode(string id, IReadOnlyCollection<string> labels, IReadOnlyDictionary<string, TckValue> properties) : TckValue
{
    public string Id { get; } = id;

    public IReadOnlyCollection<string> Labels { get; } = labels;

    public IReadOnlyDictionary<string, TckValue> Properties { get; } = properties;
}

/// <summary>A relationship, with an id as that of <see cref="TckNode"/>.</summary>
public sealed class TckRelationship(string id, string type, IReadOnlyDictionary<string, TckValue> properties) : TckValue
{
    public string Id { get; } = id;

    public string Type { get; } = type;

    public IReadOnlyDictionary<string, TckValue> Properties { get; } = properties;
}

public sealed class TckPath(TckNode start, IReadOnlyList<TckPathStep> steps) : TckValue
{
    public TckNode Start { get; } = start;

    public IReadOnlyList<TckPathStep> Steps { get; } = steps;
}

/// <summary>One relationship of a path, whether the path walks it from its start to its end, and the node that it leads to.</summary>
public sealed record TckPathStep(TckRelationship Relationship, bool IsForward, TckNode Node);
