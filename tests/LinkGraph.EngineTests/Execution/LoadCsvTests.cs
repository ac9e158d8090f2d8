namespace LinkGraph.EngineTests.Execution;

/// <summary>Rows as Neo4j 5.26.30 gave them for the same file.</summary>
public sealed class LoadCsvTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("linkgraph-csv");
    private readonly string import;

    public LoadCsvTests()
    {
        import = root.CreateSubdirectory("import").FullName;
        File.WriteAllText(Path.Combine(import, "t.csv"), "a,b,c\n1,,\"x \"\"y\"\" z\"\n2,\"\",\n\n3,\"multi\nline\",é\n");
        File.WriteAllText(Path.Combine(import, "s.csv"), "a;b\n1;2\n");
        File.WriteAllText(Path.Combine(root.FullName, "secret.csv"), "a\n");
    }

    public void Dispose() => root.Delete(true);

    [Fact]
    public async Task LoadCsv_QuotesAndEmptyFields_GivesWhatNeo4jGives()
    {
        using var engine = new Engine(import);
        Assert.Equal(
            ["""> [["1",null,"x \"y\" z"]]""", """> [["2","",null]]""", """> [["3","multi\nline","é"]]""", """> [["a","b","c"]]"""],
            await engine.RunAsync("LOAD CSV FROM 'file:///t.csv' AS row RETURN row"));
        Assert.Equal(
            ["""> [{"a":"1","b":null,"c":"x \"y\" z"}]""", """> [{"a":"2","b":"","c":null}]""", """> [{"a":"3","b":"multi\nline","c":"é"}]"""],
            await engine.RunAsync("LOAD CSV WITH HEADERS FROM 'file:///t.csv' AS row RETURN row"));
    }

    [Fact]
    public async Task LoadCsv_FileAndLine_AreKnownToFunctions()
    {
        using var engine = new Engine(import);
        Assert.Equal(
            ["> [1,\"1\"]", "> [2,\"2\"]", "> [5,\"3\"]"],
            (await engine.RunAsync("LOAD CSV WITH HEADERS FROM 'file:///t.csv' AS row RETURN linenumber() - 1 AS line, row.a")).Order(StringComparer.Ordinal));
        Assert.Equal(["> [true,null]"], await engine.RunAsync("LOAD CSV FROM 'file:///s.csv' AS row WITH file() AS f LIMIT 1 RETURN f ENDS WITH 's.csv', null"));
        Assert.Equal(["> [null,null]"], await engine.RunAsync("RETURN file(), linenumber()"));
    }

    [Fact]
    public async Task LoadCsv_FieldTerminatorInBatches_WritesEveryLine()
    {
        using var engine = new Engine(import);
        await engine.RunAsync("LOAD CSV WITH HEADERS FROM 'file:///s.csv' AS row FIELDTERMINATOR ';' CALL (row) { CREATE (:X {b: toInteger(row.b)}) } IN TRANSACTIONS OF 1 ROW");
        Assert.Equal(["> [2]"], await engine.RunAsync("MATCH (x:X) RETURN x.b"));
    }

    [Theory]
    [InlineData("file:///../secret.csv")]
    [InlineData("file:///%2e%2e/secret.csv")]
    [InlineData("file:///link.csv")]
    [InlineData("file:///linked/secret.csv")]
    [InlineData("file:////etc/passwd")]
    [InlineData("file://host/t.csv")]
    [InlineData("file:///none.csv")]
    [InlineData("file:///")]
    [InlineData("http://127.0.0.1/t.csv")]
    [InlineData("t.csv")]
    public async Task LoadCsv_AnythingOutsideTheFolder_IsRefused(string url)
    {
        File.CreateSymbolicLink(Path.Combine(import, "link.csv"), Path.Combine(root.FullName, "secret.csv"));
        Directory.CreateSymbolicLink(Path.Combine(import, "linked"), root.FullName);
        using var engine = new Engine(import);
        Assert.StartsWith("! Neo.ClientError.Statement.ExternalResourceFailed", (await engine.RunAsync($"LOAD CSV FROM '{url}' AS row RETURN row"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadCsv_NoFolder_IsRefused()
    {
        using var engine = new Engine();
        Assert.StartsWith("! Neo.ClientError.Statement.ExternalResourceFailed", (await engine.RunAsync("LOAD CSV FROM 'file:///t.csv' AS row RETURN row"))[0], StringComparison.Ordinal);
    }
}
