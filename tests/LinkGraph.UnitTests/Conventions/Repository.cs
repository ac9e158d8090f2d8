using System.Runtime.CompilerServices;

namespace LinkGraph.UnitTests.Conventions;

/// <summary>The checkout that this test was built from.</summary>
internal static class Repository
{
    private static readonly string[] s_folders = ["src", "tests", "cypher", "scripts", ".ci"];
    private static readonly string[] s_built = ["bin", "obj", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that belongs to the project, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Root).Concat(s_folders.Select(f => Path.Combine(Root, f)).Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => f != ".git" && !f.Split('/').Intersect(s_built).Any())
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Sources => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "LinkGraph.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No LinkGraph.sln above {here}: run the tests where they were built.");
    }
}
