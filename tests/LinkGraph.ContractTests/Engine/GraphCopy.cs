using System.Collections;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Engine;

/// <summary>All that a Neo4j holds, in an engine in memory, with the schema of cypher/schema.</summary>
internal static class GraphCopy
{
    public static async Task<GraphStore> OfAsync(IDriver driver, QueryCatalogue catalogue, CancellationToken stop)
    {
        var store = GraphStore.InMemory();
        var engine = new CypherEngine(store);
        foreach (var statement in catalogue.InFolder("schema"))
        {
            using var result = await engine.RunAsync(statement.Text, cancellationToken: stop);
            _ = result.Rows().Count();
        }

        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        using var transaction = await store.BeginWriteAsync(TimeSpan.FromSeconds(10), stop);
        var nodes = new Dictionary<string, long>(StringComparer.Ordinal);
        var cursor = await session.RunAsync("MATCH (n) RETURN n");
        while (await cursor.FetchAsync())
        {
            var node = cursor.Current["n"].As<INode>();
            var copy = transaction.CreateNode([.. node.Labels.Select(transaction.GetOrAddLabel)]);
            nodes.Add(node.ElementId, copy);
            foreach (var (key, value) in node.Properties)
                transaction.SetNodeProperty(copy, transaction.GetOrAddPropertyKey(key), ToValue(value));
        }
        cursor = await session.RunAsync("MATCH ()-[r]->() RETURN r");
        while (await cursor.FetchAsync())
        {
            var relationship = cursor.Current["r"].As<IRelationship>();
            var copy = transaction.CreateRelationship(
                transaction.GetOrAddRelationshipType(relationship.Type), nodes[relationship.StartNodeElementId], nodes[relationship.EndNodeElementId]);
            foreach (var (key, value) in relationship.Properties)
                transaction.SetRelationshipProperty(copy, transaction.GetOrAddPropertyKey(key), ToValue(value));
        }
        transaction.Commit();
        return store;
    }

    /// <summary>A value of the driver, or one that it takes for a parameter.</summary>
    public static Value ToValue(object? value) => value switch
    {
        null => Value.Null,
        bool boolean => Value.Of(boolean),
        int integer => Value.Of((long)integer),
        long integer => Value.Of(integer),
        double number => Value.Of(number),
        string text => Value.Of(text),
        Neo4j.Driver.ZonedDateTime { Zone: ZoneOffset } moment =>
            Value.Of(LinkGraph.Storage.Values.ZonedDateTime.Of(moment.UtcSeconds, moment.Nanosecond, LinkGraph.Storage.Values.Zone.OfOffset(moment.OffsetSeconds))),
        IEnumerable list => Value.List([.. list.Cast<object?>().Select(ToValue)]),
        _ => throw new ArgumentException($"The graph holds no {value.GetType()}.", nameof(value)),
    };
}
