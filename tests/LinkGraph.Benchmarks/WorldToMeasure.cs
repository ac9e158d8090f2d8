using System.CommandLine;
using LinkGraph.Simulation;

namespace LinkGraph.Benchmarks;

/// <summary>The records a benchmark runs on: those that are given, or a world made for it, which goes with the folder it is made in.</summary>
internal static class WorldToMeasure
{
    public const string Description = "Folder with records (default: a world is generated, and removed again)";

    public static Option<int> People() =>
        new("--people") { Description = "Honest people of the generated world; 200,000 make 224,000 accounts", DefaultValueFactory = _ => 200_000 };

    /// <returns>The folder, and what was generated; null where it was given.</returns>
    public static async Task<(string Folder, GenerateReport? Made)> FindAsync(DirectoryInfo? given, int people, DirectoryInfo temporary, CancellationToken cancellationToken)
    {
        if (given is not null)
            return (given.FullName, null);
        string folder = Path.Combine(temporary.FullName, "world");
        return (folder, await WorldGenerator.GenerateAsync(new WorldOptions { People = people }, folder, null, cancellationToken));
    }
}
