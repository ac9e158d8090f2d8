using LinkGraph.Storage;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Relationship types by name, as tokens of the view that is read.</summary>
/// <param name="names">Any of these; null for all.</param>
internal sealed class TypeSet(string[]? names)
{
    /// <summary>False if none of them exists, so that there is nothing to find.</summary>
    public bool TryResolve(IGraphView view, out int[]? types)
    {
        types = null;
        if (names is null)
        {
            return true;
        }

        types = [.. names.Select(view.RelationshipTypes.Find).Where(t => t >= 0).Distinct()];
        return types.Length > 0;
    }

    public override string ToString() => names is null ? "" : ":" + string.Join('|', names);
}
