namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>
/// The folder beside the project with what tests need and the project does not contain: named by LINKGRAPH_SHARED, or called
/// <c>shared</c> next to a folder that the tests are in.
/// </summary>
public static class SharedFolder
{
    public static string? Path { get; } = Find();

    /// <summary>In continuous integration nothing that can run is skipped.</summary>
    public static bool SkippingIsFailure => Environment.GetEnvironmentVariable("CI") == "true" && Path is not null;

    /// <summary>A path in the folder; skips the test if it is not there, and fails it where nothing may be skipped.</summary>
    public static string Require(string relative)
    {
        var path = Path is null ? null : System.IO.Path.Combine(Path, relative);
        if (path is null || (!File.Exists(path) && !Directory.Exists(path)))
        {
            Skip($"../shared/{relative} is not there (set LINKGRAPH_SHARED to the folder that has {relative}).");
            throw new InvalidOperationException("Not reached: the test has been skipped.");
        }
        return path;
    }

    /// <summary>Skips the test with a reason, or fails it where nothing may be skipped.</summary>
    public static void Skip(string reason)
    {
        if (SkippingIsFailure)
            Assert.Fail($"This test must run in CI but cannot: {reason}");
        Assert.Skip(reason);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LINKGRAPH_SHARED") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"LINKGRAPH_SHARED is no folder: {named}");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared");
            if (File.Exists(System.IO.Path.Combine(candidate, "neo4j", "neo4j-server")))
                return candidate;
        }
        return null;
    }
}
