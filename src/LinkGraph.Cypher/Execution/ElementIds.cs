using System.Globalization;

namespace LinkGraph.Cypher.Execution;

/// <summary>Element ids as Neo4j writes them: kind, database, id. Nodes and relationships have different ones.</summary>
public static class ElementIds
{
    private const string Database = "4c696e6b-4772-6170-682d-656d62656464";

    public static string OfNode(long id) => $"4:{Database}:{id}";

    public static string OfRelationship(long id) => $"5:{Database}:{id}";

    /// <summary>Null for what is no element id of this database.</summary>
    public static long? Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 3 && parts[0] is "4" or "5" && parts[1] == Database
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
