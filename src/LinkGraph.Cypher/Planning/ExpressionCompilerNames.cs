namespace LinkGraph.Cypher.Planning;

/// <summary>Functions that the planner writes and nobody else can.</summary>
internal static class ExpressionCompilerNames
{
    /// <summary>Whether an entity has all properties of a map.</summary>
    public const string HasProperties = " hasProperties";
}
