#nullable enable
using System.Collections;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

/// <summary>Writes the values of .NET and of this driver that Cypher has a type for.</summary>
internal static class ValueWriter
{
    /// <exception cref="ProtocolException">Cypher has no type for the value.</exception>
    public static void Write(PackStreamWriter writer, object? value)
    {
        if (writer.TryWriteSimple(value))
            return;
        switch (value)
        {
            case Dictionary<string, object> map:
                writer.WriteMapHeader(map.Count);
                foreach (var (key, item) in map)
                {
                    writer.WriteString(key);
                    Write(writer, item);
                }
                break;
            case List<object> list:
                writer.WriteListHeader(list.Count);
                foreach (var item in list)
                    Write(writer, item);
                break;
            default:
                if (!TryWriteOwn(writer, value) && !TemporalWriter.TryWrite(writer, value))
                    WriteCollection(writer, value);
                break;
        }
    }

    public static void WriteMap(PackStreamWriter writer, IDictionary<string, object> map)
    {
        if (map is Dictionary<string, object>)
        {
            Write(writer, map);
            return;
        }
        writer.WriteMapHeader(map.Count);
        foreach (var (key, item) in map)
        {
            writer.WriteString(key);
            Write(writer, item);
        }
    }

    private static bool TryWriteOwn(PackStreamWriter writer, object value)
    {
        switch (value)
        {
            case Point { Dimension: 2 } point:
                writer.WriteStructureHeader(StructureTag.Point2D, 3);
                writer.WriteInteger(point.SrId);
                writer.WriteFloat(point.X);
                writer.WriteFloat(point.Y);
                return true;
            case Point point:
                writer.WriteStructureHeader(StructureTag.Point3D, 4);
                writer.WriteInteger(point.SrId);
                writer.WriteFloat(point.X);
                writer.WriteFloat(point.Y);
                writer.WriteFloat(point.Z);
                return true;
            case INode or IRelationship or IPath:
                throw new ProtocolException($"A {value.GetType().Name} cannot be a parameter; give its element id.");
            default:
                return false;
        }
    }

    private static void WriteCollection(PackStreamWriter writer, object value)
    {
        switch (value)
        {
            // The generic forms without a boxed value for each item: columns of a batch are given like this.
            case IReadOnlyList<string> texts:
                writer.WriteListHeader(texts.Count);
                for (var i = 0; i < texts.Count; i++)
                {
                    if (texts[i] is { } text)
                        writer.WriteString(text);
                    else
                        writer.WriteNull();
                }
                break;
            case long[] integers:
                writer.WriteListHeader(integers.Length);
                foreach (var integer in integers)
                    writer.WriteInteger(integer);
                break;
            case int[] integers:
                writer.WriteListHeader(integers.Length);
                foreach (var integer in integers)
                    writer.WriteInteger(integer);
                break;
            case double[] reals:
                writer.WriteListHeader(reals.Length);
                foreach (var real in reals)
                    writer.WriteFloat(real);
                break;
            case IDictionary<string, object> map:
                WriteMap(writer, map);
                break;
            case IReadOnlyDictionary<string, object> map:
                writer.WriteMapHeader(map.Count);
                foreach (var (key, item) in map)
                {
                    writer.WriteString(key);
                    Write(writer, item);
                }
                break;
            case IDictionary map:
                writer.WriteMapHeader(map.Count);
                foreach (DictionaryEntry entry in map)
                {
                    writer.WriteString(ParameterConversion.Key(entry.Key));
                    Write(writer, entry.Value);
                }
                break;
            case IList list:
                writer.WriteListHeader(list.Count);
                foreach (var item in list)
                    Write(writer, item);
                break;
            case IEnumerable items:
                var all = items.Cast<object?>().ToArray();
                writer.WriteListHeader(all.Length);
                foreach (var item in all)
                    Write(writer, item);
                break;
            case ValueType:
                throw new ProtocolException($"Cypher has no type for a value of type {value.GetType()}.");
            default:
                WriteProperties(writer, value);
                break;
        }
    }

    private static void WriteProperties(PackStreamWriter writer, object value)
    {
        var properties = ParameterConversion.PropertiesOf(value.GetType());
        if (properties.Length == 0)
            throw new ProtocolException($"Cypher has no type for a value of type {value.GetType()}.");
        writer.WriteMapHeader(properties.Length);
        foreach (var property in properties)
        {
            writer.WriteString(property.Name);
            Write(writer, property.GetValue(value));
        }
    }
}
