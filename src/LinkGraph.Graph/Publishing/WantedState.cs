using LinkGraph.Graph.Catalogue;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;

namespace LinkGraph.Graph.Publishing;

/// <summary>Puts a resolution into the form in which the graph holds it.</summary>
internal static class WantedState
{
    public static PublishedState Of(ResolvedOperators resolution, QueryCatalogue catalogue)
    {
        var state = new PublishedState();
        foreach (var entity in resolution.Operators)
        {
            var isNode = entity.Uses.ToLookup(use => catalogue.Find(UsesQuery(use.Facet)) is not null);
            state.Operators.Add(entity.Id, Properties(entity, isNode[false].ToList()));
            foreach (var member in entity.Members)
                state.Memberships.Add((member.Account, entity.Id), member.Confidence);
            foreach (var link in entity.Links)
                state.Links.Add((link.A, link.B), new LinkValue(link.Bits, link.Facets));
            foreach (var use in isNode[true])
                state.Uses.Add((entity.Id, use.Facet, use.Fact), new UseValue(use.Accounts, use.Share, use.Lift));
        }
        return state;
    }

    /// <summary>The query that links operators to the facts of a facet; a facet without one has no nodes of its own.</summary>
    public static string UsesQuery(string facet) => $"publish/uses_{facet}";

    // Every property that an operator can have is named, absent ones as null: a null removes what an earlier run has written.
    private static Dictionary<string, object?> Properties(Operator entity, List<FactUse> traits)
    {
        var properties = new Dictionary<string, object?>
        {
            ["kind"] = entity.Kind == EntityKind.Operator ? "operator" : "shared",
            ["size"] = (long)entity.Members.Count,
            ["confidence"] = entity.Confidence,
            ["boundBy"] = entity.Standing.BoundBy.Select(Word).ToList(),
            ["traits"] = traits.ConvertAll(trait => $"{trait.Facet}:{trait.Fact}"),
            ["traitAccounts"] = traits.ConvertAll(trait => (long)trait.Accounts),
            ["traitLifts"] = traits.ConvertAll(trait => trait.Lift),
        };
        foreach (var family in Enum.GetValues<Family>())
            properties[$"lifeLeft{family}"] = entity.Standing.LifeLeft.TryGetValue(family, out var left) ? left : null;
        return properties;
    }

    private static string Word(Family family) => family.ToString().ToLowerInvariant();
}
