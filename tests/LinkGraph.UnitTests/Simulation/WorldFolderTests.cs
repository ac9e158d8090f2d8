using LinkGraph.Simulation;

namespace LinkGraph.UnitTests.Simulation;

public sealed class WorldFolderTests : IDisposable
{
    private static readonly WorldOptions Options = new() { Scenario = "small", People = 200 };

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("linkgraph-world-");

    private string Target => Path.Combine(_home.FullName, "world");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task Generate_EmptyFolder_IsFilledAndNothingIsLeftBesideIt()
    {
        Directory.CreateDirectory(Target);

        await GenerateAsync(Options);

        Assert.Equal(6, Directory.EnumerateFiles(Target).Count());
        Assert.Equal(Target, Assert.Single(Directory.EnumerateFileSystemEntries(_home.FullName)));
    }

    [Fact]
    public async Task Generate_FolderNotEmpty_RefusesAndLeavesIt()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "truth.csv"), "mine", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<IOException>(() => GenerateAsync(Options));

        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Target, "truth.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Generate_Overwrite_ReplacesAWorld()
    {
        await GenerateAsync(Options with { Compress = true });
        await GenerateAsync(Options with { Overwrite = true });

        Assert.DoesNotContain(Directory.EnumerateFiles(Target), f => f.EndsWith(".gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Generate_OverwriteFolderWithSomethingElse_Refuses()
    {
        await GenerateAsync(Options);
        await File.WriteAllTextAsync(Path.Combine(Target, "thesis.txt"), "ten years", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<IOException>(() => GenerateAsync(Options with { Overwrite = true }));

        Assert.Contains("thesis.txt", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Target, "thesis.txt")));
    }

    [Fact]
    public async Task Generate_LeftoversOfAKilledRun_AreReplaced()
    {
        Directory.CreateDirectory(Target + ".partial");
        await File.WriteAllTextAsync(Path.Combine(Target + ".partial", "exchanges.ndjson"), "{", TestContext.Current.CancellationToken);

        await GenerateAsync(Options);

        Assert.False(Directory.Exists(Target + ".partial"));
    }

    [Fact]
    public async Task Generate_TargetIsAFile_Refuses()
    {
        await File.WriteAllTextAsync(Target, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => GenerateAsync(Options));
    }

    [Theory]
    [InlineData(ExchangeOrder.ByAccount)]
    [InlineData(ExchangeOrder.ByTime)]
    public async Task Generate_Cancelled_LeavesNothing(ExchangeOrder order)
    {
        using var cancel = new CancellationTokenSource();
        var halfway = new CancelHalfway(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            WorldGenerator.GenerateAsync(Options with { People = 2_000, Order = order }, Target, halfway, cancel.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.FullName));
    }

    [Theory]
    [InlineData("no-such", 200, 1, "no scenario")]
    [InlineData("small", 5, 1, "number of people")]
    [InlineData("small", 200, 0, "scale")]
    [InlineData("small", 200, double.NaN, "scale")]
    public async Task Generate_WrongOptions_SaysWhichBeforeAnythingIsWritten(string scenario, int people, double scale, string says)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            GenerateAsync(new WorldOptions { Scenario = scenario, People = people, Scale = scale }));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.FullName));
    }

    private Task<GenerateReport> GenerateAsync(WorldOptions options) =>
        WorldGenerator.GenerateAsync(options, Target, null, TestContext.Current.CancellationToken);

    private sealed class CancelHalfway(CancellationTokenSource source) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value)
        {
            if (value.Accounts > value.TotalAccounts / 2)
                source.Cancel();
        }
    }
}
