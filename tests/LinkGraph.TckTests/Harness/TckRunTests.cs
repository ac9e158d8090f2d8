using LinkGraph.TckTests.Ratchets;
using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Harness;

public sealed class TckRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-tck-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DisposeAsync_AfterARun_ReportsWhatPassedAndHowToAddIt()
    {
        await RunAsync(update: false, count: 3, query => query == "RETURN 2" ? 0 : Number(query));

        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("TCK on a fake: 2 of 3 scenarios passed", report, StringComparison.Ordinal);
        Assert.Contains("1 × other rows", report, StringComparison.Ordinal);
        Assert.Contains("2 more pass (LINKGRAPH_TCK_UPDATE=1 adds what passes to passing.txt)", report, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "passing.txt")));
    }

    [Fact]
    public async Task DisposeAsync_ToldToUpdate_ExtendsTheRatchet()
    {
        await RunAsync(update: true, count: 3, query => query == "RETURN 2" ? 0 : Number(query));
        Assert.Equal(["clauses/test/Test1 [1] Return 1", "clauses/test/Test1 [3] Return 3"], Passing());

        // A run over a part adds to the rest.
        var said = await RunAsync(update: true, count: 2, Number);
        Assert.Equal(3, Passing().Length);
        Assert.EndsWith("holds 3 scenarios now, 1 more than before.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_ToldToUpdateAfterALoss_RefusesAndKeepsTheFile()
    {
        await RunAsync(update: true, count: 2, Number);

        var said = await RunAsync(update: true, count: 2, _ => 0);

        Assert.Contains("stays as it is. The ratchet cannot shrink: 2 of its scenarios failed", said, StringComparison.Ordinal);

        Assert.Equal(2, Passing().Length);
        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("LOST clauses/test/Test1 [2] Return 2", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TargetThatNeverAnswers_FailsInTimeAndGetsASuccessor()
    {
        var made = new List<FakeTarget>();
        var run = new Run(_folder, update: false, TimeSpan.FromMilliseconds(200), () =>
        {
            var isFirst = made.Count == 0;
            made.Add(new FakeTarget((_, query) => isFirst
                ? new TaskCompletionSource<TckOutcome>().Task
                : Task.FromResult(FakeTarget.Column("n", new TckInteger(Number(query))))));
            return made[^1];
        });
        var verdicts = new List<TckVerdict>();
        foreach (var scenario in Example.Numbered(2))
            verdicts.Add((await run.RunAsync(scenario, TestContext.Current.CancellationToken)).Verdict);
        await run.DisposeAsync();

        Assert.Equal([TckVerdict.Failed, TckVerdict.Passed], verdicts);
        Assert.Equal(2, made.Count);
        Assert.True(made[1].IsDisposed);
    }

    private static long Number(string query) => query[^1] - '0';

    private string[] Passing() => File.ReadAllLines(Path.Combine(_folder, "passing.txt"));

    private async Task<string> RunAsync(bool update, int count, Func<string, long> answer)
    {
        var run = new Run(_folder, update, TimeSpan.FromSeconds(30), () => new FakeTarget(
            (_, query) => FakeTarget.Column("n", new TckInteger(answer(query)))));
        foreach (var scenario in Example.Numbered(count))
            await run.RunAsync(scenario, TestContext.Current.CancellationToken);
        await run.DisposeAsync();
        return run.Said;
    }

    private sealed class Run(string folder, bool update, TimeSpan limit, Func<FakeTarget> make) : TckRun
    {
        public string Said { get; private set; } = "";

        protected override TimeSpan Limit => limit;

        protected override string RatchetPath => Path.Combine(folder, RatchetName);

        protected override string ReportPath => Path.Combine(folder, "report.txt");

        protected override bool IsUpdate => update;

        protected override void Say(string report) => Said += report;

        protected override Task<ITckTarget> CreateTargetAsync(CancellationToken cancel) => Task.FromResult<ITckTarget>(make());
    }
}
