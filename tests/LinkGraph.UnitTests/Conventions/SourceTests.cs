using System.Reflection;

namespace LinkGraph.UnitTests.Conventions;

/// <summary>What a reader may rely on, whichever file is opened.</summary>
public sealed class SourceTests
{
    private const int FileLines = 400;
    private const int MethodLines = 70;

    private static readonly string[] s_text = [".cs", ".csproj", ".props", ".json", ".md", ".cypher", ".txt", ".sln", ".sh", ""];

    // Put together from parts, so that this file does not hold them.
    private static readonly string[] s_workplace = ["/wo" + "rk/", ".lib" + "rary/", "nuget" + ".tsv", "proto" + "type e"];
    private static readonly string[] s_unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "#reg" + "ion"];

    public static TheoryData<string> Assemblies =>
    [
        .. Repository.Projects.Select(p => Path.GetFileNameWithoutExtension(p)!)
            .Select(p => p == "LinkGraph" ? "linkgraph" : p)
            .Where(p => File.Exists(Path.Combine(AppContext.BaseDirectory, p + ".dll"))),
    ];

    [Fact]
    public void SourceFiles_Length_StaysUnderTheLimit() =>
        Assert.DoesNotContain(Repository.Sources, f => Repository.Read(f).AsSpan().Count('\n') >= FileLines);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Methods_Length_StaysUnderTheLimit(string name)
    {
        using var assembly = CompiledAssembly.Open(name);
        // Constructors hold the initial values of fields and properties all over a type, so that their lines say nothing.
        var methods = assembly.Methods()
            .Where(m => !m.File.Contains("/obj/", StringComparison.Ordinal) && !m.Method.EndsWith("ctor", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(methods);
        Assert.Empty(methods.Where(m => m.Lines >= MethodLines).Select(m => $"{m.Method}: {m.Lines} lines"));
    }

    [Fact]
    public void SourceFiles_Unfinished_DoNotExist() => Assert.Empty(Holding(Repository.Sources, s_unfinished));

    [Fact]
    public void Files_Workplace_IsNotNamed() => Assert.Empty(Holding(Repository.Files.Where(f => s_text.Contains(Path.GetExtension(f))), s_workplace));

    [Fact]
    public void Tests_Names_SayMethodScenarioOutcome()
    {
        var tests = typeof(SourceTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttributes().Any(a => a is FactAttribute)).ToList();

        Assert.NotEmpty(tests);
        Assert.Empty(tests.Where(m => m.Name.Split('_').Length < 3).Select(m => $"{m.DeclaringType}.{m.Name}"));
    }

    private static IEnumerable<string> Holding(IEnumerable<string> files, string[] words) =>
        from file in files
        let text = Repository.Read(file)
        from word in words
        where text.Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}";
}
