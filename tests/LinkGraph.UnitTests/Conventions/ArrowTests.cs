using System.Xml.Linq;

namespace LinkGraph.UnitTests.Conventions;

/// <summary>Who may know whom: arrows go one way, and siblings meet in Model only.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["LinkGraph"] = ["LinkGraph.Embedded", "LinkGraph.Ingestion", "LinkGraph.Resolution", "LinkGraph.Graph", "LinkGraph.Simulation", "LinkGraph.Model"],
        ["LinkGraph.Ingestion"] = ["LinkGraph.Model"],
        ["LinkGraph.Resolution"] = ["LinkGraph.Model"],
        ["LinkGraph.Simulation"] = ["LinkGraph.Model"],
        ["LinkGraph.Graph"] = ["LinkGraph.Model", "LinkGraph.Driver"],
        ["LinkGraph.Driver"] = ["LinkGraph.Bolt"],
        ["LinkGraph.Bolt"] = [],
        ["LinkGraph.Cypher"] = ["LinkGraph.Storage"],
        ["LinkGraph.Embedded"] = ["LinkGraph.Bolt", "LinkGraph.Cypher", "LinkGraph.Storage"],
        ["LinkGraph.Storage"] = [],
        ["LinkGraph.Model"] = [],
    };

    public static TheoryData<string> Projects =>
        [.. Repository.Projects.Where(p => p.StartsWith("src/", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_OfAProject_FollowTheArrows(string project)
    {
        Assert.True(s_arrows.TryGetValue(project, out string[]? allowed), $"{project} is new: say here whom it may know.");

        var references = XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void TypesUsed_ByAProject_FollowTheArrows(string project)
    {
        // References flow through (who references Graph could use Bolt): what counts is which assemblies the compiled code names.
        // The program alone makes the driver that it hands to Graph.
        string[] allowed = project == "LinkGraph" ? [.. s_arrows[project], "LinkGraph.Driver"] : s_arrows[project];

        using var assembly = CompiledAssembly.Open(project == "LinkGraph" ? "linkgraph" : project);

        Assert.Empty(assembly.References.Where(r => r.StartsWith("LinkGraph", StringComparison.Ordinal)).Except(allowed));
    }

    [Fact]
    public void Resolution_Purity_UsesNoFilesNoClockNoNetworkNoData()
    {
        string[] impure = ["System.IO", "System.Net.Http", "System.Data", "System.Data.Common"];
        string[] impureTypes = ["System.TimeProvider", "System.Console", "System.Environment", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Net.Sockets.Socket"];
        using var assembly = CompiledAssembly.Open("LinkGraph.Resolution");

        Assert.NotEmpty(assembly.TypesUsed);
        Assert.DoesNotContain(assembly.TypesUsed, t => impure.Contains(t.Namespace));
        Assert.DoesNotContain(assembly.TypesUsed, t => impureTypes.Contains($"{t.Namespace}.{t.Name}"));
    }

    [Fact]
    public void Solution_Projects_AreAllOfThem()
    {
        string solution = Repository.Read("LinkGraph.sln").Replace('\\', '/');

        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, p => Assert.Contains(p, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_WithoutSource_DoNotExist() =>
        Assert.All(Repository.Projects, p => Assert.Contains(
            Repository.Sources, s => s.StartsWith(Path.GetDirectoryName(p)!.Replace('\\', '/') + "/", StringComparison.Ordinal)));
}
