using LinkGraph.Model.Evidence;

namespace LinkGraph.Graph.Catalogue;

/// <summary>One file of cypher/: a single statement and what its header says of it.</summary>
/// <param name="Name">Folder and file without extension: <c>evidence/address</c>.</param>
/// <param name="Text">The whole file: Cypher takes the header for a comment.</param>
/// <param name="Title">A short question, for people; null where the header has none.</param>
/// <param name="Purpose">What the statement is for.</param>
/// <param name="Parameters">In the order of the header.</param>
/// <param name="Facet">What kind of evidence it reads; null outside cypher/evidence/.</param>
/// <param name="Origin">Where it comes from, for messages: a file's path or the name of the embedded file.</param>
public sealed record CypherQuery(
    string Name, string Text, string? Title, string Purpose, IReadOnlyList<QueryParameter> Parameters, FacetDefinition? Facet, string Origin)
{
    /// <summary>The part of <see cref="Name"/> before the slash.</summary>
    public string Folder => Name[..Name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>All parameters: the values given, and the defaults of the rest.</summary>
    /// <exception cref="ArgumentException">A value is given for a parameter that the query does not have, or a required one is missing.</exception>
    public Dictionary<string, object?> Bind(IReadOnlyDictionary<string, object?> given)
    {
        var unknown = given.Keys.FirstOrDefault(name => Parameters.All(parameter => parameter.Name != name));
        if (unknown is not null)
            throw new ArgumentException($"{Name} has no parameter '{unknown}'; it has {Names()}", nameof(given));
        var missing = Parameters.FirstOrDefault(parameter => parameter.IsRequired && !given.ContainsKey(parameter.Name));
        if (missing is not null)
            throw new ArgumentException($"{Name} needs a value for '{missing.Name}': {missing.Description}", nameof(given));
        return Parameters.ToDictionary(
            parameter => parameter.Name, parameter => given.TryGetValue(parameter.Name, out var value) ? value : parameter.Default);
    }

    private string Names() => Parameters.Count == 0 ? "none" : string.Join(", ", Parameters.Select(parameter => $"'{parameter.Name}'"));
}
