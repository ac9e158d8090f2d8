using System.Collections;
using LinkGraph.TckTests.Values;
using Neo4j.Driver;

namespace LinkGraph.TckTests.Targets;

/// <summary>The driver's values as the TCK's, and back.</summary>
public static class Neo4jValues
{
    public static TckValue FromDriver(object? value) => value switch
    {
        null => TckValue.Null,
        bool boolean => new TckBoolean(boolean),
        long integer => new TckInteger(integer),
        double number => new TckFloat(number),
        string words => new TckString(words),
        INode node => Node(node),
        IRelationship relationship => Relationship(relationship),
        IPath path => Path(path),
        LocalDate date => new TckString(TemporalText.Of(date)),
        LocalTime time => new TckString(TemporalText.Of(time)),
        OffsetTime time => new TckString(TemporalText.Of(time)),
        LocalDateTime moment => new TckString(TemporalText.Of(moment)),
        ZonedDateTime moment => new TckString(TemporalText.Of(moment)),
        Duration duration => new TckString(TemporalText.Of(duration)),
        Point point => new TckString(new Storage.Values.Point(point.SrId, point.X, point.Y, double.IsNaN(point.Z) ? 0 : point.Z).ToString()),
        IReadOnlyDictionary<string, object> map => new TckMap(Entries(map)),
        IEnumerable list => new TckList([.. list.Cast<object?>().Select(FromDriver)]),
        _ => throw new ArgumentException($"Not a value of Cypher: {value.GetType()}", nameof(value)),
    };

    /// <exception cref="ArgumentException">Graph elements cannot be parameters.</exception>
    public static object? ToDriver(TckValue value) => value switch
    {
        TckNull => null,
        TckBoolean boolean => boolean.Value,
        TckInteger integer => integer.Value,
        TckFloat number => number.Value,
        TckString words => words.Value,
        TckList list => list.Items.Select(ToDriver).ToList(),
        TckMap map => map.Entries.ToDictionary(pair => pair.Key, pair => ToDriver(pair.Value), StringComparer.Ordinal),
        _ => throw new ArgumentException($"{value} cannot be a parameter.", nameof(value)),
    };

    private static TckNode Node(INode node) => new(node.ElementId, node.Labels, Entries(node.Properties));

    private static TckRelationship Relationship(IRelationship relationship) =>
        new(relationship.ElementId, relationship.Type, Entries(relationship.Properties));

    private static TckPath Path(IPath path) => new(
        Node(path.Nodes[0]),
        [
            .. path.Relationships.Select((relationship, index) => new TckPathStep(
                Relationship(relationship),
                relationship.StartNodeElementId == path.Nodes[index].ElementId,
                Node(path.Nodes[index + 1]))),
        ]);

    private static Dictionary<string, TckValue> Entries(IReadOnlyDictionary<string, object> entries) =>
        entries.ToDictionary(pair => pair.Key, pair => FromDriver(pair.Value), StringComparer.Ordinal);
}
