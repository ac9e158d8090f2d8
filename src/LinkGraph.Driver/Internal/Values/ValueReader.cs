#nullable enable
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

/// <summary>Reads values into the types that an application sees. One for each connection; not safe for two threads at once.</summary>
internal sealed class ValueReader
{
    /// <summary>Values inside one another; more is no query's result but an attack on the stack.</summary>
    private const int DeepestNesting = 1000;

    private const long SmallestBoxed = -128;
    private const long LargestBoxed = 1023;

    private static readonly object True = true;
    private static readonly object False = false;

    private static readonly object[] Boxed =
        [.. Enumerable.Range((int)SmallestBoxed, (int)(LargestBoxed - SmallestBoxed + 1)).Select(value => (object)(long)value)];

    private readonly StringCache _names = new();
    private int _depth;

    public object? Read(ref PackStreamReader reader)
    {
        switch (reader.PeekType())
        {
            case PackStreamType.String:
                return reader.ReadString();
            case PackStreamType.Integer:
                var integer = reader.ReadInteger();
                return integer is >= SmallestBoxed and <= LargestBoxed ? Boxed[integer - SmallestBoxed] : integer;
            case PackStreamType.Float:
                return reader.ReadFloat();
            case PackStreamType.Boolean:
                return reader.ReadBoolean() ? True : False;
            case PackStreamType.Null:
                reader.ReadNull();
                return null;
            case PackStreamType.Bytes:
                return reader.ReadBytes().ToArray();
            case PackStreamType.List:
                return ReadList(ref reader);
            case PackStreamType.Map:
                return ReadMap(ref reader);
            default:
                Descend();
                var value = ReadStructure(ref reader);
                _depth--;
                return value;
        }
    }

    public Dictionary<string, object> ReadMap(ref PackStreamReader reader)
    {
        Descend();
        var size = reader.ReadMapHeader();
        var map = new Dictionary<string, object>(size);
        for (var i = 0; i < size; i++)
        {
            var key = _names.Read(ref reader);
            map[key] = Read(ref reader)!;
        }
        _depth--;
        return map;
    }

    public List<object> ReadList(ref PackStreamReader reader)
    {
        Descend();
        var size = reader.ReadListHeader();
        var list = new List<object>(size);
        for (var i = 0; i < size; i++)
            list.Add(Read(ref reader)!);
        _depth--;
        return list;
    }

    /// <summary>The values of a RECORD.</summary>
    public object?[] ReadRecord(ref PackStreamReader reader)
    {
        _depth = 0;
        var values = new object?[reader.ReadListHeader()];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(ref reader);
        return values;
    }

    /// <summary>The metadata of a SUCCESS or FAILURE.</summary>
    public Dictionary<string, object> ReadMetadata(ref PackStreamReader reader)
    {
        _depth = 0;
        return ReadMap(ref reader);
    }

    private object ReadStructure(ref PackStreamReader reader)
    {
        var fields = reader.ReadStructureHeader(out var tag);
        return tag switch
        {
            StructureTag.Node => ReadNode(ref reader, fields),
            StructureTag.Relationship => ReadRelationship(ref reader, fields),
            StructureTag.Path => ReadPath(ref reader, fields),
            StructureTag.Point2D or StructureTag.Point3D => ReadPoint(ref reader, fields, tag),
            _ => TemporalReader.Read(ref reader, fields, tag),
        };
    }

    private Node ReadNode(ref PackStreamReader reader, int fields)
    {
        CheckFields(nameof(Node), fields, 4);
        reader.Skip(); // the number that element ids replace
        var labels = ReadNames(ref reader);
        var properties = ReadMap(ref reader);
        return new Node(reader.ReadString(), labels, properties);
    }

    private Relationship ReadRelationship(ref PackStreamReader reader, int fields)
    {
        CheckFields(nameof(Relationship), fields, 8);
        reader.Skip();
        reader.Skip();
        reader.Skip();
        var type = _names.Read(ref reader);
        var properties = ReadMap(ref reader);
        return new Relationship(reader.ReadString(), reader.ReadString(), reader.ReadString(), type, properties);
    }

    private Path ReadPath(ref PackStreamReader reader, int fields)
    {
        CheckFields(nameof(Path), fields, 3);
        var nodes = new Node[reader.ReadListHeader()];
        for (var i = 0; i < nodes.Length; i++)
        {
            CheckTag(StructureTag.Node, reader.ReadStructureHeader(out var tag), tag, out var nodeFields);
            nodes[i] = ReadNode(ref reader, nodeFields);
        }
        var unbound = new Relationship[reader.ReadListHeader()];
        for (var i = 0; i < unbound.Length; i++)
        {
            CheckTag(StructureTag.UnboundRelationship, reader.ReadStructureHeader(out var tag), tag, out var relationshipFields);
            CheckFields(nameof(StructureTag.UnboundRelationship), relationshipFields, 4);
            reader.Skip();
            var type = _names.Read(ref reader);
            var properties = ReadMap(ref reader);
            unbound[i] = new Relationship(reader.ReadString(), "", "", type, properties);
        }
        var steps = reader.ReadListHeader();
        var indices = new int[steps];
        for (var i = 0; i < steps; i++)
            indices[i] = reader.ReadInt32();
        return Path.Build(nodes, unbound, indices);
    }

    private string[] ReadNames(ref PackStreamReader reader)
    {
        var names = new string[reader.ReadListHeader()];
        for (var i = 0; i < names.Length; i++)
            names[i] = _names.Read(ref reader);
        return names;
    }

    private static Point ReadPoint(ref PackStreamReader reader, int fields, byte tag)
    {
        var dimensions = tag == StructureTag.Point2D ? 2 : 3;
        CheckFields(nameof(Point), fields, 1 + dimensions);
        var srId = reader.ReadInt32();
        var x = reader.ReadFloat();
        var y = reader.ReadFloat();
        return dimensions == 2 ? new Point(srId, x, y) : new Point(srId, x, y, reader.ReadFloat());
    }

    private void Descend()
    {
        if (++_depth > DeepestNesting)
            throw new PackStreamException($"Values are nested more than {DeepestNesting} deep.");
    }

    private static void CheckTag(byte expected, int fields, byte tag, out int sameFields)
    {
        if (tag != expected)
            throw new PackStreamException($"Expected a structure with the tag 0x{expected:X2} but found 0x{tag:X2}.");
        sameFields = fields;
    }

    internal static void CheckFields(string type, int fields, int expected)
    {
        if (fields != expected)
            throw new PackStreamException($"A {type} has {expected} fields, not {fields}.");
    }
}
