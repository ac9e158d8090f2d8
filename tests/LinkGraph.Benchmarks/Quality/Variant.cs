using LinkGraph.Model.Evidence;

namespace LinkGraph.Benchmarks.Quality;

/// <summary>A world as it is, or with one kind of data missing.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="WithoutFacets">Facets that there would not be had every such field been empty.</param>
/// <param name="EmptyFields">Those fields, as file and field of the records.</param>
internal sealed record Variant(string Name, string[] WithoutFacets, (string File, string Field)[] EmptyFields)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        new("full", [], []),
        new("no-prompts", ["template"], [("exchanges", "prompt")]),
        new("no-countries", ["country"], [("accounts", "country"), ("payment_methods", "country")]),
        new("no-cards", ["payment_method", "bin"], [("payment_methods", "*")]),
        new("no-addresses", ["address", "proxy"], [("exchanges", "ip"), ("proxies", "*")]),
    ];

    private bool WithoutPrompts => WithoutFacets.Contains("template");

    public static Variant Named(string name) => All.Single(v => v.Name == name);

    public EvidenceSet Of(EvidenceSet evidence) => evidence with
    {
        Prompts = WithoutPrompts ? new float[evidence.Prompts.Length] : evidence.Prompts,
        OwnPrompts = WithoutPrompts ? new float[evidence.OwnPrompts.Length] : evidence.OwnPrompts,
        Facets = [.. evidence.Facets.Where(f => !WithoutFacets.Contains(f.Definition.Name))],
    };
}
