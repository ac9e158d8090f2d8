using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>The types of a relationship pattern, where they are but names.</summary>
internal static class EdgeTypes
{
    public static bool AreNames(LabelExpression? types) => types is null or LabelName || (types is LabelOr or && or.Operands.All(AreNames));

    /// <summary>Null for any type, also where more is asked than a name.</summary>
    public static string[]? Of(LabelExpression? types) => types is null || !AreNames(types) ? null : [.. Names(types)];

    private static IEnumerable<string> Names(LabelExpression types) => types is LabelOr or ? or.Operands.SelectMany(Names) : [((LabelName)types).Name];
}
