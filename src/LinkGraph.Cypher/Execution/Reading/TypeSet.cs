using LinkGraph.Storage;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Relationship types by name, as tokens. A plan belongs to one store, whose tokens never change: what all have been found need not be looked up again.</summary>
/// <param name="names">Any of these; null for all.</param>
internal sealed class TypeSet(string[]? names)
{
    private readonly string[]? names = names is null ? null : [.. names.Distinct(StringComparer.Ordinal)];
    private int[]? found;

    /// <summary>Those of the types that there are by now, which may be none; null for all.</summary>
    public int[]? In(IGraphView view)
    {
        if (names is null || found is not null)
        {
            return found;
        }

        int[] types = [.. names.Select(view.RelationshipTypes.Find).Where(t => t >= 0)];
        if (types.Length == names.Length)
        {
            found = types;
        }

        return types;
    }

    public override string ToString() => names is null ? "" : ":" + string.Join('|', names);
}
