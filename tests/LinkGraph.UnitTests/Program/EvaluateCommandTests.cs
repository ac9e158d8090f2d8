using System.Text.Json;

namespace LinkGraph.UnitTests.Program;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-evaluate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Evaluate_FilesAsJson_GivesTheFigures()
    {
        string truth = Write("truth.csv", "account_id,entity,operator\na,r1,r1\nb,r1,r1\nc,p1,\n");
        string assigned = Write("assigned.csv", "account_id,operator_id\r\na,1\r\nb,1\r\nz,1\r\n");

        var run = await Invocation.RunAsync("evaluate", truth, "--assignments", assigned, "--json");

        Assert.Equal(0, run.ExitCode);
        var json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(3, json.GetProperty("accounts").GetInt32());
        Assert.Equal(1, json.GetProperty("pairwise").GetProperty("f1").GetDouble());
        Assert.Equal(1, json.GetProperty("honest").GetProperty("accounts").GetInt32());
    }

    [Fact]
    public async Task Evaluate_EmptyFile_IsWrongUsage()
    {
        var run = await Invocation.RunAsync("evaluate", Write("truth.csv", ""));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("truth.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_FilesAsTable_ShowsEveryPart()
    {
        string truth = Write("truth.csv", "account_id,entity,operator\na,r1,r1\nb,r1,r1\nc,p1,\n");
        string assigned = Write("assigned.csv", "account_id,operator_id\na,1\nb,1\n");

        var run = await Invocation.RunAsync("evaluate", truth, "--assignments", assigned);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("pairwise", run.Out, StringComparison.Ordinal);
        Assert.Contains("operators found", run.Out, StringComparison.Ordinal);
        Assert.Contains("honest accounts absorbed", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account_id,entity\na,b\n", "operator")]
    [InlineData("account_id,entity,operator\na,b,\na,c,\n", "row 2")]
    [InlineData("account_id,entity,operator\n,b,\n", "row 1")]
    public async Task Evaluate_BadTruth_NamesFileAndPlace(string content, string place)
    {
        string truth = Write("truth.csv", content);

        var run = await Invocation.RunAsync("evaluate", truth, "--assignments", Write("assigned.csv", "account_id,operator_id\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(truth, run.Error, StringComparison.Ordinal);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_MissingFile_SaysSo()
    {
        var run = await Invocation.RunAsync("evaluate", Path.Combine(_folder, "none.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none.csv", run.Error, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
