using System.Runtime.CompilerServices;

namespace LinkGraph.Storage.Values;

/// <summary>
/// A value in 16 bytes: a reference that says what it is, and 64 bits. Whoever hands over an array or a map never changes it again. Nodes and
/// relationships are their ids; what they hold is read through a view of the graph.
/// </summary>
public readonly partial struct Value
{
    private readonly object? reference;
    private readonly long bits;

    private Value(object? reference, long bits = 0) => (this.reference, this.bits) = (reference, bits);

    public static Value Null => default;

    public static Value True { get; } = new(Tag.Boolean, 1);

    public static Value False { get; } = new(Tag.Boolean, 0);

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(long value) => new(Tag.Integer, value);

    public static Value Of(double value) => new(Tag.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Null for null.</summary>
    public static Value Of(string? value) => new(value);

    public static Value Node(long id) => new(Tag.Node, id);

    public static Value Relationship(long id) => new(Tag.Relationship, id);

    public static Value List(params Value[] items) => new(items);

    public static Value Map(MapValue map) => new(map);

    public static Value Path(PathValue path) => new(path);

    public static Value Bytes(byte[] bytes) => new(bytes);

    public ValueKind Kind => reference switch
    {
        null => ValueKind.Null,
        Tag tag => tag.Kind,
        string => ValueKind.String,
        Value[] => ValueKind.List,
        IValueObject value => value.Kind,
        _ => ValueKind.Bytes,
    };

    public bool IsNull => reference is null;

    public bool IsTrue => ReferenceEquals(reference, Tag.Boolean) && bits != 0;

    public bool IsFalse => ReferenceEquals(reference, Tag.Boolean) && bits == 0;

    public bool IsInteger => ReferenceEquals(reference, Tag.Integer);

    public bool IsFloat => ReferenceEquals(reference, Tag.Float);

    public bool IsNumber => IsInteger || IsFloat;

    public bool IsString => reference is string;

    /// <exception cref="InvalidOperationException">It is of another kind; so for all that follow.</exception>
    public bool AsBoolean() => ReferenceEquals(reference, Tag.Boolean) ? bits != 0 : throw Not(ValueKind.Boolean);

    public long AsInteger() => IsInteger ? bits : throw Not(ValueKind.Integer);

    public double AsFloat() => IsFloat ? BitConverter.Int64BitsToDouble(bits) : throw Not(ValueKind.Float);

    /// <summary>An integer or a float, as a float.</summary>
    public double AsNumber() => IsInteger ? bits : AsFloat();

    public string AsString() => reference as string ?? throw Not(ValueKind.String);

    public Value[] AsList() => reference as Value[] ?? throw Not(ValueKind.List);

    public MapValue AsMap() => reference as MapValue ?? throw Not(ValueKind.Map);

    public PathValue AsPath() => reference as PathValue ?? throw Not(ValueKind.Path);

    public byte[] AsBytes() => reference as byte[] ?? throw Not(ValueKind.Bytes);

    /// <summary>The id of a node.</summary>
    public long AsNode() => ReferenceEquals(reference, Tag.Node) ? bits : throw Not(ValueKind.Node);

    /// <summary>The id of a relationship.</summary>
    public long AsRelationship() => ReferenceEquals(reference, Tag.Relationship) ? bits : throw Not(ValueKind.Relationship);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private InvalidOperationException Not(ValueKind kind) => new($"The value is of kind {Kind}, not {kind}.");

    /// <summary>Says what the bits of a value mean.</summary>
    private sealed class Tag(ValueKind kind)
    {
        public static readonly Tag Boolean = new(ValueKind.Boolean), Integer = new(ValueKind.Integer), Float = new(ValueKind.Float),
            Node = new(ValueKind.Node), Relationship = new(ValueKind.Relationship), Date = new(ValueKind.Date),
            LocalTime = new(ValueKind.LocalTime), Time = new(ValueKind.Time), LocalDateTime = new(ValueKind.LocalDateTime);

        public ValueKind Kind { get; } = kind;
    }
}
