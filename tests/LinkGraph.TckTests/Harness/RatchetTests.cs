using LinkGraph.TckTests.Ratchets;

namespace LinkGraph.TckTests.Harness;

public sealed class RatchetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-ratchet-").FullName;

    private string File1 => Path.Combine(_folder, "passing.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_NoFile_HoldsNothing() => Assert.Equal(0, Ratchet.Load(File1).Count);

    [Fact]
    public void Extend_MoreThatPass_AreSavedSortedOneALine()
    {
        File.WriteAllText(File1, "b\nd\n");

        Ratchet.Load(File1).Extend(passed: ["é", "c", "b", "B"], failed: ["x"]).Save(File1);

        Assert.Equal("B\nb\nc\nd\né\n", File.ReadAllText(File1));
        Assert.Equal(5, Ratchet.Load(File1).Count);
    }

    [Fact]
    public void Extend_ScenarioThatFailsNow_IsRefused()
    {
        File.WriteAllText(File1, "b\nd\n");

        var error = Assert.Throws<InvalidOperationException>(() => Ratchet.Load(File1).Extend(passed: ["a", "b"], failed: ["d"]));

        Assert.Contains("1 of its scenarios failed, such as \"d\"", error.Message, StringComparison.Ordinal);
        Assert.Equal("b\nd\n", File.ReadAllText(File1));
    }

    [Theory]
    [InlineData("b\na\n", 2)]
    [InlineData("a\na\n", 2)]
    [InlineData("a\n\nb\n", 2)]
    public void Load_NotSortedOrTwice_SaysWhere(string text, int line)
    {
        File.WriteAllText(File1, text);

        var error = Assert.Throws<FormatException>(() => Ratchet.Load(File1));

        Assert.StartsWith($"{File1}:{line}: ", error.Message, StringComparison.Ordinal);
    }
}
