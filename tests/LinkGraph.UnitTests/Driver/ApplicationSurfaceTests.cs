using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

/// <summary>The list of signatures that the application relies on, which this driver and the official package must both have.</summary>
public sealed class ApplicationSurfaceTests
{
    private static readonly HashSet<string> Present = [.. Signatures.Of(typeof(GraphDatabase).Assembly)];

    public static TheoryData<string> Listed()
    {
        using var stream = typeof(ApplicationSurfaceTests).Assembly.GetManifestResourceStream("ApplicationSurface.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))];
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Signature_OfTheList_IsPublicInTheDriver(string signature) => Assert.Contains(signature, Present);

    [Fact]
    public void PublicTypes_All_AreInTheOfficialNamespace() =>
        Assert.All(typeof(GraphDatabase).Assembly.GetExportedTypes(), type => Assert.Equal("Neo4j.Driver", type.Namespace));
}
