namespace LinkGraph.EngineTests.Syntax;

/// <summary>Files that tests read: those of this checkout, and those in the folder <c>shared</c> beside it (or LINKGRAPH_SHARED).</summary>
internal static class SharedFiles
{
    /// <summary>A folder in the shared one; the test is skipped without it, and fails where CI has the shared folder but not this one.</summary>
    public static string Require(string relative)
    {
        var shared = Shared();
        var path = shared is null ? null : Path.Combine(shared, relative);
        if (path is not null && Directory.Exists(path)) return path;
        Skip($"../shared/{relative} is not there (set LINKGRAPH_SHARED to the folder that has {relative}).");
        throw new InvalidOperationException("Not reached: the test has been skipped.");
    }

    /// <summary>Skips the test with a reason; fails it where CI has the shared folder, because nothing may be skipped there.</summary>
    public static void Skip(string reason)
    {
        if (Shared() is not null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"This test must run in CI but cannot: {reason}");
        Assert.Skip(reason);
    }

    /// <summary>A folder of the checkout the tests are built in.</summary>
    public static string Checkout(string relative) =>
        Ancestors().Select(f => Path.Combine(f.FullName, relative))
            .FirstOrDefault(p => Directory.Exists(p) && File.Exists(Path.Combine(p, "..", "LinkGraph.sln")))
        ?? throw new DirectoryNotFoundException($"There is no folder {relative} in this checkout");

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("LINKGRAPH_SHARED") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"LINKGRAPH_SHARED is no folder: {named}");
        return Ancestors().Select(f => Path.Combine(f.FullName, "shared")).FirstOrDefault(p => Directory.Exists(Path.Combine(p, "tck")));
    }

    private static IEnumerable<DirectoryInfo> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) yield return folder;
    }
}
