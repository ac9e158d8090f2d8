using System.Text.Json;
using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.TckTests.Features;

/// <summary>The TCK in the shared folder. Who asks for it without the folder is skipped with the reason.</summary>
public static class Tck
{
    private static readonly Lazy<IReadOnlyList<TckScenario>> All = new(ReadAll);

    /// <summary>Whether the folder is there.</summary>
    public static bool IsThere => SharedFolder.Path is { } shared && Directory.Exists(Path.Combine(shared, "tck", "features"));

    /// <summary>Every scenario, sorted by file name, in the order of the file.</summary>
    public static IReadOnlyList<TckScenario> Scenarios => All.Value;

    /// <summary>The verdicts on Neo4j 5.26 that were recorded beside the features.</summary>
    public static string Neo4jRecord => SharedFolder.Require(Path.Combine("tck", "neo4j-5.26.tsv"));

    /// <summary>The statements that make a named graph.</summary>
    public static async Task<IReadOnlyList<string>> GraphScriptsAsync(string name, CancellationToken cancel)
    {
        var folder = SharedFolder.Require(Path.Combine("tck", "graphs", name));
        using var description = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, name + ".json"), cancel));
        var statements = new List<string>();
        foreach (var script in description.RootElement.GetProperty("scripts").EnumerateArray())
            statements.Add((await File.ReadAllTextAsync(Path.Combine(folder, script.GetString() + ".cypher"), cancel)).Trim().TrimEnd(';'));
        return statements;
    }

    private static List<TckScenario> ReadAll()
    {
        var root = SharedFolder.Require(Path.Combine("tck", "features"));
        var scenarios = new List<TckScenario>();
        foreach (var file in Directory.EnumerateFiles(root, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var text = File.OpenText(file);
            scenarios.AddRange(FeatureReader.Read(Path.GetRelativePath(root, file).Replace('\\', '/'), text));
        }
        return scenarios;
    }
}
