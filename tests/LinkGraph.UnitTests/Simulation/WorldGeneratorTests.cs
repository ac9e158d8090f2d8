using System.IO.Compression;
using System.Security.Cryptography;
using LinkGraph.Simulation;

namespace LinkGraph.UnitTests.Simulation;

public sealed class WorldGeneratorTests
{
    [Theory]
    [InlineData("hard", ExchangeOrder.ByAccount)]
    [InlineData("streets-harder", ExchangeOrder.ByAccount)]
    [InlineData("streets-harder", ExchangeOrder.ByTime)]
    [InlineData("bazaar", ExchangeOrder.ByAccount)]
    public async Task Generate_SameSeed_SameBytesForAnyNumberOfThreads(string scenario, ExchangeOrder order)
    {
        var options = new WorldOptions { Scenario = scenario, People = 600, Scale = 0.02, Seed = 5, Lookalikes = true, Order = order };

        using var one = await GeneratedWorld.CreateAsync(options with { Threads = 1 });
        using var two = await GeneratedWorld.CreateAsync(options with { Threads = 2 });
        using var five = await GeneratedWorld.CreateAsync(options with { Threads = 5 });

        Assert.Equal(Digests(one.Folder), Digests(two.Folder));
        Assert.Equal(Digests(one.Folder), Digests(five.Folder));
    }

    [Fact]
    public async Task Generate_KnownSeed_KnownBytesOnEveryMachine()
    {
        // when a change is meant to change worlds, put the new digest here
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "streets", People = 500, Seed = 42 });

        Assert.Equal("9623489cdf13 e615b602b331 c92a061802e3 c513f8176228 2b9e11699f9b b9d7348b0915", string.Join(' ', Digests(world.Folder).Select(d => d[..12])));
    }

    [Fact]
    public async Task Generate_OtherSeed_EveryFileDiffers()
    {
        var options = new WorldOptions { Scenario = "streets", People = 500 };
        using var one = await GeneratedWorld.CreateAsync(options with { Seed = 1 });
        using var two = await GeneratedWorld.CreateAsync(options with { Seed = 2 });

        // models are the same in all worlds of a scenario
        Assert.Equal(1, Digests(one.Folder).Zip(Digests(two.Folder)).Count(p => p.First == p.Second));
        Assert.Empty(one.Accounts.Select(a => a.Id).Intersect(two.Accounts.Select(a => a.Id)));
    }

    [Fact]
    public async Task Generate_ByTime_SameRecordsInOrderOfTime()
    {
        var options = new WorldOptions { Scenario = "streets", People = 500 };
        using var byAccount = await GeneratedWorld.CreateAsync(options);
        using var byTime = await GeneratedWorld.CreateAsync(options with { Order = ExchangeOrder.ByTime });

        Assert.Equal(byTime.Exchanges.Select(e => e.At).Order(), byTime.Exchanges.Select(e => e.At));
        Assert.Equal(byAccount.Exchanges.Select(e => e.ToString()).Order(StringComparer.Ordinal), byTime.Exchanges.Select(e => e.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(byAccount.Accounts, byTime.Accounts);
    }

    [Theory]
    [InlineData(ExchangeOrder.ByAccount)]
    [InlineData(ExchangeOrder.ByTime)]
    public async Task Generate_Compressed_SameRecords(ExchangeOrder order)
    {
        var options = new WorldOptions { Scenario = "small", People = 500, Order = order };
        using var plain = await GeneratedWorld.CreateAsync(options);
        var home = Directory.CreateTempSubdirectory("linkgraph-world-");
        try
        {
            var report = await WorldGenerator.GenerateAsync(options with { Compress = true }, Path.Combine(home.FullName, "w"), null, TestContext.Current.CancellationToken);

            Assert.Equal(plain.Report.Bytes, report.Bytes);
            foreach (var file in report.Files.Keys.Where(f => f.EndsWith(".gz", StringComparison.Ordinal)))
            {
                await using var packed = new GZipStream(File.OpenRead(Path.Combine(report.Folder, file)), CompressionMode.Decompress);
                using var reader = new StreamReader(packed);
                Assert.Equal(
                    await File.ReadAllTextAsync(Path.Combine(plain.Folder, file[..^3]), TestContext.Current.CancellationToken),
                    await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            }
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Generate_Report_CountsWhatTheFilesHold()
    {
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "hidden", People = 1_000, Scale = 0.05, Lookalikes = true });
        var report = world.Report;

        foreach (var (file, records) in report.Files)
            Assert.Equal(File.ReadLines(Path.Combine(world.Folder, file)).Count() - (file == "truth.csv" ? 1 : 0), records);
        Assert.Equal(Directory.EnumerateFiles(world.Folder).Sum(f => new FileInfo(f).Length), report.Bytes);
        Assert.Equal(Directory.EnumerateFiles(world.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), report.Files.Keys);
        Assert.Equal(world.Accounts.Length, report.HonestAccounts + report.OperatorAccounts);
        Assert.Equal(world.Fakes().Count, report.OperatorAccounts);
        Assert.Equal(world.Accounts.Length - world.Truth.Count, report.UnjudgedAccounts);
    }

    [Fact]
    public async Task Generate_Progress_EndsWithEverything()
    {
        var home = Directory.CreateTempSubdirectory("linkgraph-world-");
        try
        {
            var told = new Told();
            var report = await WorldGenerator.GenerateAsync(
                new WorldOptions { Scenario = "small", People = 500 }, Path.Combine(home.FullName, "w"), told, TestContext.Current.CancellationToken);

            Assert.True(told.All.Count > 3);
            Assert.Equal(told.All.Select(p => p.Accounts).Order(), told.All.Select(p => p.Accounts));
            Assert.Equal(new GenerateProgress(told.All[^1].TotalAccounts, told.All[^1].TotalAccounts, report.Files["exchanges.ndjson"], report.Bytes), told.All[^1]);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static List<string> Digests(string folder) =>
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))))];

    private sealed class Told : IProgress<GenerateProgress>
    {
        public List<GenerateProgress> All { get; } = [];

        public void Report(GenerateProgress value) => All.Add(value);
    }
}
