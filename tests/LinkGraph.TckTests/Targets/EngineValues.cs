using System.Text.RegularExpressions;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Targets;

/// <summary>The engine's values as the TCK's, and back.</summary>
internal static partial class EngineValues
{
    public static TckValue Of(Value value, IGraphView view) => value.Kind switch
    {
        ValueKind.Null => TckValue.Null,
        ValueKind.Boolean => new TckBoolean(value.AsBoolean()),
        ValueKind.Integer => new TckInteger(value.AsInteger()),
        ValueKind.Float => new TckFloat(value.AsFloat()),
        ValueKind.String => new TckString(value.AsString()),
        ValueKind.List => new TckList([.. value.AsList().Select(v => Of(v, view))]),
        ValueKind.Map => new TckMap(value.AsMap().Entries.ToDictionary(e => e.Key, e => Of(e.Value, view), StringComparer.Ordinal)),
        ValueKind.Node => Node(value.AsNode(), view),
        ValueKind.Relationship => Relationship(value.AsRelationship(), view),
        ValueKind.Path => Path(value.AsPath(), view),
        ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.ZonedDateTime => new TckString(WithoutSeconds().Replace(value.ToString(), "$1")),
        _ => new TckString(value.ToString()),
    };

    /// <summary>The TCK leaves out seconds that are nought; toString, as Neo4j has it, does not.</summary>
    [GeneratedRegex(@"((?:^|T)\d\d:\d\d):00(?=$|[Z+\-\[])")]
    private static partial Regex WithoutSeconds();

    public static Value ToValue(TckValue value) => value switch
    {
        TckNull => Value.Null,
        TckBoolean boolean => Value.Of(boolean.Value),
        TckInteger integer => Value.Of(integer.Value),
        TckFloat number => Value.Of(number.Value),
        TckString words => Value.Of(words.Value),
        TckList list => Value.List([.. list.Items.Select(ToValue)]),
        TckMap map => Value.Map(new MapValue(map.Entries.Select(e => KeyValuePair.Create(e.Key, ToValue(e.Value))))),
        _ => throw new ArgumentException($"{value} cannot be a parameter.", nameof(value)),
    };

    private static TckNode Node(long node, IGraphView view)
    {
        if (!view.NodeExists(node))
        {
            return new TckNode($"{node}", [], new Dictionary<string, TckValue>());
        }

        var labels = new List<string>();
        foreach (var label in view.LabelsOf(node))
        {
            labels.Add(view.Labels.Name(label));
        }

        var properties = new Dictionary<string, TckValue>(StringComparer.Ordinal);
        foreach (var (key, value) in view.NodeProperties(node))
        {
            properties.Add(view.PropertyKeys.Name(key), Of(value, view));
        }

        return new TckNode($"{node}", labels, properties);
    }

    private static TckRelationship Relationship(long relationship, IGraphView view)
    {
        var properties = new Dictionary<string, TckValue>(StringComparer.Ordinal);
        if (view.RelationshipExists(relationship))
        {
            foreach (var (key, value) in view.RelationshipProperties(relationship))
            {
                properties.Add(view.PropertyKeys.Name(key), Of(value, view));
            }
        }

        return new TckRelationship($"{relationship}", view.RelationshipTypes.Name(view.TypeOf(relationship)), properties);
    }

    private static TckPath Path(PathValue path, IGraphView view)
    {
        var steps = new List<TckPathStep>();
        for (var i = 0; i < path.Length; i++)
        {
            var relationship = path.Relationships[i];
            steps.Add(new TckPathStep(Relationship(relationship, view), view.StartOf(relationship) == path.Nodes[i], Node(path.Nodes[i + 1], view)));
        }

        return new TckPath(Node(path.Nodes[0], view), steps);
    }
}
