using System.Reflection;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

public sealed class ApplicationSurfaceTests
{
    public static TheoryData<string> Members()
    {
        using var stream = typeof(ApplicationSurfaceTests).Assembly.GetManifestResourceStream("ApplicationSurface.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))];
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_OfTheList_IsPublicInTheDriver(string name)
    {
        var parts = name.Split('.');

        var type = typeof(GraphDatabase).Assembly.GetType($"Neo4j.Driver.{parts[0]}");

        Assert.NotNull(type);
        Assert.True(type.IsPublic);
        if (parts.Length > 1)
            Assert.NotEmpty(type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static));
    }

    [Fact]
    public void PublicTypes_All_AreInTheOfficialNamespace() =>
        Assert.All(typeof(GraphDatabase).Assembly.GetExportedTypes(), type => Assert.Equal("Neo4j.Driver", type.Namespace));
}
