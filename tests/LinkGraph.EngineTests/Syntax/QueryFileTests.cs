using LinkGraph.Cypher.Syntax;

namespace LinkGraph.EngineTests.Syntax;

public sealed class QueryFileTests
{
    [Fact]
    public void Parse_FileOfTheProgram_IsReadAndPrintedFaithfully() => ReadAll(SharedFiles.Checkout("cypher"), 50);

    [Fact]
    public void Parse_SharedQuestion_IsReadAndPrintedFaithfully() => ReadAll(SharedFiles.Require("questions"), 15);

    private static void ReadAll(string folder, int atLeast)
    {
        var files = Directory.GetFiles(folder, "*.cypher", SearchOption.AllDirectories);
        Assert.True(files.Length >= atLeast, $"Only {files.Length} files in {folder}");
        Assert.All(files, file =>
        {
            var tree = CypherParser.Parse(File.ReadAllText(file));
            Assert.Equal(tree, CypherParser.Parse(CypherPrinter.Print(tree)));
        });
    }
}
