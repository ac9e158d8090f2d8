using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Tools;

/// <summary>The service's models. The newest appears while the world runs: people move over weeks, scripts within a day.</summary>
internal sealed class ModelCatalog(Calendar calendar)
{
    /// <summary>Index of the one released in the middle of the world.</summary>
    public const int Newest = 3;

    private const double NeverMoves = 0.3;

    public long Release { get; } = calendar.Start + (calendar.Days * Calendar.Day * 11 / 20);

    public IReadOnlyList<(string Id, long ReleasedAt)> Models =>
    [
        ("m-large", calendar.Start - (310 * Calendar.Day)),
        ("m-small", calendar.Start - (310 * Calendar.Day)),
        ("m-code", calendar.Start - (95 * Calendar.Day)),
        ("m-large-2", Release),
    ];

    /// <summary>How a person moves to the new model: some never, most in the weeks after its release.</summary>
    public ModelUse Person(Rng rng) => new(
        rng.Int(0, Newest - 1), rng.Chance(NeverMoves) ? long.MaxValue : Release + (long)(rng.LogNormal(18, 0.9) * Calendar.Day), 0.75);

    /// <summary>All at once, within a day.</summary>
    public ModelUse Pivot(Rng rng) => new(rng.Int(0, Newest - 1), Release + rng.Time(0, Calendar.Day), 0.95);
}
