using System.Runtime.CompilerServices;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher.Execution;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Embedded;

/// <summary>Writes the engine's values as Bolt 5 has them. What was deleted is written without labels, type and properties, as Neo4j does.</summary>
internal static class EngineValueWriter
{
    /// <summary>A list that holds another one twice, which holds another one twice, and so on, is small until it is written.</summary>
    private const int MostBytes = 1 << 28;

    /// <exception cref="BoltFailureException">Lists or maps lie too deep in one another to be followed, or are too large.</exception>
    public static void Write(PackStreamWriter writer, Value value, IGraphView view)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNull();
                break;
            case ValueKind.Boolean:
                writer.WriteBoolean(value.AsBoolean());
                break;
            case ValueKind.Integer:
                writer.WriteInteger(value.AsInteger());
                break;
            case ValueKind.Float:
                writer.WriteFloat(value.AsFloat());
                break;
            case ValueKind.String:
                writer.WriteString(value.AsString());
                break;
            case ValueKind.Bytes:
                writer.WriteBytes(value.AsBytes());
                break;
            case ValueKind.List:
                var items = value.AsList();
                ThrowIfTooMuch(writer);
                writer.WriteListHeader(items.Length);
                foreach (var item in items)
                {
                    Write(writer, item, view);
                }

                break;
            case ValueKind.Map:
                var map = value.AsMap();
                ThrowIfTooMuch(writer);
                writer.WriteMapHeader(map.Count);
                foreach (var (key, item) in map.Entries)
                {
                    writer.WriteString(key);
                    Write(writer, item, view);
                }

                break;
            case ValueKind.Node:
                WriteNode(writer, value.AsNode(), view);
                break;
            case ValueKind.Relationship:
                WriteRelationship(writer, value.AsRelationship(), view);
                break;
            case ValueKind.Path:
                WritePath(writer, value.AsPath(), view);
                break;
            case ValueKind.Point:
                WritePoint(writer, value.AsPoint());
                break;
            default:
                WriteTemporal(writer, value);
                break;
        }
    }

    /// <summary>A query can nest lists a million deep, and an overflow of the stack would end the process.</summary>
    private static void ThrowIfTooMuch(PackStreamWriter writer)
    {
        if (writer.Length > MostBytes)
        {
            throw new BoltFailureException("Neo.ClientError.Statement.ArgumentError", $"A row of the result is larger than {MostBytes} bytes.");
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new BoltFailureException("Neo.ClientError.Statement.ArgumentError", "The result is nested too deeply to be sent.");
        }
    }

    private static void WriteNode(PackStreamWriter writer, long node, IGraphView view)
    {
        writer.WriteStructureHeader(StructureTag.Node, 4);
        writer.WriteInteger(node);
        if (view.NodeExists(node))
        {
            var labels = 0;
            foreach (var _ in view.LabelsOf(node))
            {
                labels++;
            }

            writer.WriteListHeader(labels);
            foreach (var label in view.LabelsOf(node))
            {
                writer.WriteString(view.Labels.Name(label));
            }

            WriteProperties(writer, view.NodeProperties(node), view);
        }
        else
        {
            writer.WriteListHeader(0);
            writer.WriteMapHeader(0);
        }

        writer.WriteString(ElementIds.OfNode(node));
    }

    private static void WriteRelationship(PackStreamWriter writer, long relationship, IGraphView view)
    {
        var (start, end) = (view.StartOf(relationship), view.EndOf(relationship));
        writer.WriteStructureHeader(StructureTag.Relationship, 8);
        writer.WriteInteger(relationship);
        writer.WriteInteger(start);
        writer.WriteInteger(end);
        WriteTypeAndProperties(writer, relationship, view);
        writer.WriteString(ElementIds.OfRelationship(relationship));
        writer.WriteString(ElementIds.OfNode(start));
        writer.WriteString(ElementIds.OfNode(end));
    }

    private static void WriteTypeAndProperties(PackStreamWriter writer, long relationship, IGraphView view)
    {
        if (view.RelationshipExists(relationship))
        {
            writer.WriteString(view.RelationshipTypes.Name(view.TypeOf(relationship)));
            WriteProperties(writer, view.RelationshipProperties(relationship), view);
        }
        else
        {
            writer.WriteString("");
            writer.WriteMapHeader(0);
        }
    }

    private static void WriteProperties(PackStreamWriter writer, PropertyEnumerator properties, IGraphView view)
    {
        var count = 0;
        foreach (var _ in properties)
        {
            count++;
        }

        writer.WriteMapHeader(count);
        foreach (var (key, value) in properties)
        {
            writer.WriteString(view.PropertyKeys.Name(key));
            Write(writer, value, view);
        }
    }

    /// <summary>Every node and relationship once, then the walk: numbers of relationships (from 1, negative where walked backwards) and of nodes.</summary>
    private static void WritePath(PackStreamWriter writer, PathValue path, IGraphView view)
    {
        var nodes = new OrderedDictionary<long, int>();
        var relationships = new OrderedDictionary<long, int>();
        foreach (var node in path.Nodes)
        {
            nodes.TryAdd(node, nodes.Count);
        }

        foreach (var relationship in path.Relationships)
        {
            relationships.TryAdd(relationship, relationships.Count + 1);
        }

        writer.WriteStructureHeader(StructureTag.Path, 3);
        writer.WriteListHeader(nodes.Count);
        foreach (var node in nodes.Keys)
        {
            WriteNode(writer, node, view);
        }

        writer.WriteListHeader(relationships.Count);
        foreach (var relationship in relationships.Keys)
        {
            writer.WriteStructureHeader(StructureTag.UnboundRelationship, 4);
            writer.WriteInteger(relationship);
            WriteTypeAndProperties(writer, relationship, view);
            writer.WriteString(ElementIds.OfRelationship(relationship));
        }

        writer.WriteListHeader(2 * path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var relationship = path.Relationships[i];
            var number = relationships[relationship];
            writer.WriteInteger(view.StartOf(relationship) == path.Nodes[i] ? number : -number);
            writer.WriteInteger(nodes[path.Nodes[i + 1]]);
        }
    }

    private static void WritePoint(PackStreamWriter writer, Point point)
    {
        writer.WriteStructureHeader(point.HasZ ? StructureTag.Point3D : StructureTag.Point2D, point.HasZ ? 4 : 3);
        writer.WriteInteger(point.Srid);
        writer.WriteFloat(point.X);
        writer.WriteFloat(point.Y);
        if (point.HasZ)
        {
            writer.WriteFloat(point.Z);
        }
    }

    private static void WriteTemporal(PackStreamWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                writer.WriteStructureHeader(StructureTag.Date, 1);
                writer.WriteInteger(value.AsDate().EpochDay);
                break;
            case ValueKind.LocalTime:
                writer.WriteStructureHeader(StructureTag.LocalTime, 1);
                writer.WriteInteger(value.AsLocalTime().NanosOfDay);
                break;
            case ValueKind.Time:
                var time = value.AsTime();
                writer.WriteStructureHeader(StructureTag.Time, 2);
                writer.WriteInteger(time.Local.NanosOfDay);
                writer.WriteInteger(time.OffsetSeconds);
                break;
            case ValueKind.LocalDateTime:
                var local = value.AsLocalDateTime();
                writer.WriteStructureHeader(StructureTag.LocalDateTime, 2);
                writer.WriteInteger(local.EpochSecond);
                writer.WriteInteger(local.Nano);
                break;
            case ValueKind.ZonedDateTime:
                WriteZoned(writer, value.AsZonedDateTime());
                break;
            case ValueKind.Duration:
                var duration = value.AsDuration();
                writer.WriteStructureHeader(StructureTag.Duration, 4);
                writer.WriteInteger(duration.Months);
                writer.WriteInteger(duration.Days);
                writer.WriteInteger(duration.Seconds);
                writer.WriteInteger(duration.Nanos);
                break;
            default:
                throw new InvalidOperationException($"Bolt has no value for {value.Kind}.");
        }
    }

    private static void WriteZoned(PackStreamWriter writer, ZonedDateTime instant)
    {
        writer.WriteStructureHeader(instant.Zone.Id is null ? StructureTag.DateTime : StructureTag.DateTimeZoneId, 3);
        writer.WriteInteger(instant.EpochSecond);
        writer.WriteInteger(instant.Nano);
        if (instant.Zone.Id is { } id)
        {
            writer.WriteString(id);
        }
        else
        {
            writer.WriteInteger(instant.OffsetSeconds);
        }
    }
}
