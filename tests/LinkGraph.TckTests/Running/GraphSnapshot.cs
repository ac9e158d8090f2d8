using System.Collections.Immutable;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>What a graph holds, as far as the TCK's side effects look at it.</summary>
public sealed class GraphSnapshot
{
    private const string AllNodes = "MATCH (n) RETURN n";
    private const string AllRelationships = "MATCH ()-[r]->() RETURN r";

    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _relationships = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<(string Entity, string Key, string Value)> _properties = [];

    private GraphSnapshot()
    {
    }

    public static GraphSnapshot Empty { get; } = new();

    /// <summary>Reads the whole graph by two queries.</summary>
    /// <exception cref="InvalidOperationException">The target does not answer them.</exception>
    public static async Task<GraphSnapshot> TakeAsync(ITckTarget target, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(target);
        var snapshot = new GraphSnapshot();
        foreach (var value in await ReadAsync(target, AllNodes, cancel))
        {
            var node = value as TckNode ?? throw new InvalidOperationException($"{AllNodes} returned {value}.");
            snapshot._nodes.Add(node.Id);
            snapshot._labels.UnionWith(node.Labels);
            snapshot.Add("node " + node.Id, node.Properties);
        }
        foreach (var value in await ReadAsync(target, AllRelationships, cancel))
        {
            var relationship = value as TckRelationship ?? throw new InvalidOperationException($"{AllRelationships} returned {value}.");
            snapshot._relationships.Add(relationship.Id);
            snapshot.Add("relationship " + relationship.Id, relationship.Properties);
        }
        return snapshot;
    }

    public TckSideEffects ChangesTo(GraphSnapshot later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(
            TckChange.Between(_nodes, later._nodes),
            TckChange.Between(_relationships, later._relationships),
            TckChange.Between(_labels, later._labels),
            TckChange.Between(_properties, later._properties));
    }

    private static async Task<IEnumerable<TckValue>> ReadAsync(ITckTarget target, string query, CancellationToken cancel)
    {
        var outcome = await target.RunAsync(query, ImmutableDictionary<string, TckValue>.Empty, cancel);
        return outcome.Table is { } table
            ? table.Rows.Select(row => row[0])
            : throw new InvalidOperationException($"The graph cannot be read by {query}: {outcome.Error?.Message}");
    }

    private void Add(string entity, IReadOnlyDictionary<string, TckValue> properties)
    {
        foreach (var (key, value) in properties)
            _properties.Add((entity, key, value.ToString()));
    }
}
