namespace LinkGraph.UnitTests.Program;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => ["generate", "ingest", "resolve", "operators", "show", "cypher", "evaluate"];

    [Fact]
    public async Task Run_Help_ListsCommandsAndExitCodes()
    {
        var run = await Invocation.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(Commands, c => Assert.Contains(c.Data, run.Out, StringComparison.Ordinal));
        Assert.Contains("3 held", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_HelpOfACommand_ShowsExamplesOfIt(string command)
    {
        var run = await Invocation.RunAsync(command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Examples:{Environment.NewLine}  ", run.Out, StringComparison.Ordinal);
        Assert.Contains($"linkgraph {command}", run.Out[run.Out.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("resolve", "--frobnicate")]
    [InlineData("show")]
    [InlineData("ingest")]
    [InlineData("generate")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "truth.csv", "--samples", "-1")]
    [InlineData("cypher", "RETURN 1", "--format", "xml")]
    [InlineData("cypher", "RETURN 1", "--param", "novalue")]
    [InlineData("operators", "--limit", "many")]
    [InlineData("generate", "world", "--scenario", "nowhere")]
    [InlineData("generate", "world", "--people", "3")]
    public async Task Run_WrongUsage_SaysSoOnErrorAndExitsWithTwo(params string[] args)
    {
        var run = await Invocation.RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("a={\"x\":1,\"x\":2}")]
    [InlineData("a=\"\\ud800\"")]
    public async Task Run_ParameterThatIsNoJsonToUse_IsWrongUsage(string parameter)
    {
        var run = await Invocation.RunAsync("cypher", "RETURN $a", "--param", parameter, "--database", "bolt://127.0.0.1:9");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnAFolder_NeedsNoServer()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        try
        {
            var written = await Invocation.RunAsync("cypher", "CREATE (:Account {id: 'a'})", "--write", "--database", folder);
            var read = await Invocation.RunAsync("cypher", "MATCH (a:Account) RETURN a.id AS id", "--format", "csv", "--database", folder);
            var none = await Invocation.RunAsync("operators", "--database", folder);

            Assert.Equal(0, written.ExitCode);
            Assert.Equal(["id", "a"], read.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            Assert.Contains("There are no operators yet", none.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Serve_AnAddress_IsWrongUsage()
    {
        var run = await Invocation.RunAsync("serve", "--database", "bolt://127.0.0.1:7687");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("serve takes a folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go together", "--tls-certificate", "public.crt")]
    [InlineData("TLS cannot be had", "--tls-certificate", "nowhere.crt", "--tls-key", "nowhere.key")]
    [InlineData("is no origin", "--allow-origin", "example.org")]
    [InlineData("is no origin", "--allow-origin", "https://example.org/")]
    [InlineData("is no origin", "--allow-origin", "*")]
    [InlineData("is no origin", "--allow-origin", "null")]
    public async Task Serve_OptionsThatCannotBe_AreWrongUsage(string expected, params string[] options)
    {
        var run = await Invocation.RunAsync(["serve", "--database", "never-made", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("never-made"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:7474")]
    [InlineData("neo4j:///")]
    public async Task Run_AddressThatIsNone_SaysWhatOneLooksLike(string address)
    {
        var run = await Invocation.RunAsync("operators", "--database", address);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bolt://", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyListening_FailsAndNamesTheAddress()
    {
        var run = await Invocation.RunAsync("operators", "--database", "bolt://127.0.0.1:1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bolt://127.0.0.1:1", run.Error, StringComparison.Ordinal);
    }
}
