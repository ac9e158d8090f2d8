using System.Collections.Frozen;
using LinkGraph.Cypher.Functions.Library;

namespace LinkGraph.Cypher.Functions;

/// <summary>The functions by name, in any case of letters.</summary>
public static class FunctionRegistry
{
    private static readonly FrozenDictionary<string, CypherFunction> ByName = new[]
    {
        NumericFunctions.All, TextFunctions.All, ListFunctions.All, ConversionFunctions.All, ScalarFunctions.All, GraphFunctions.All,
        SpatialFunctions.All, TemporalLibrary.All, VectorFunctions.All,
    }.SelectMany(functions => functions).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<CypherFunction> All => ByName.Values;

    /// <summary>Null when there is no such function.</summary>
    public static CypherFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
