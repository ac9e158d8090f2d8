using LinkGraph.Model.Evidence;

namespace LinkGraph.Benchmarks.Quality;

/// <summary>A world as it is, or with one kind of data missing: what the evidence would be had every such field been empty.</summary>
internal sealed record Variant(string Name, string[] WithoutFacets, bool WithoutPrompts = false)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        new("full", []),
        new("no-prompts", ["template"], WithoutPrompts: true),
        new("no-countries", ["country"]),
        new("no-cards", ["payment_method", "bin"]),
    ];

    public EvidenceSet Of(EvidenceSet evidence) => evidence with
    {
        Prompts = WithoutPrompts ? new float[evidence.Prompts.Length] : evidence.Prompts,
        OwnPrompts = WithoutPrompts ? new float[evidence.OwnPrompts.Length] : evidence.OwnPrompts,
        Facets = [.. evidence.Facets.Where(f => !WithoutFacets.Contains(f.Definition.Name))],
    };
}
