using System.CommandLine;
using System.Globalization;
using LinkGraph.Output;
using Spectre.Console;

namespace LinkGraph.Benchmarks.Speed;

/// <summary><c>speed [WORLD]</c>: what each stage of the whole job costs.</summary>
internal sealed class SpeedCommand : Command
{
    private readonly Argument<DirectoryInfo?> _world = new("WORLD") { Description = WorldToMeasure.Description, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _database = new("--database") { Description = "Address of an empty Neo4j (default: memory)" };
    private readonly Option<int> _people = WorldToMeasure.People();

    private readonly Option<bool> _readingOnly = new("--reading-only") { Description = "Stop after reading, signatures and aggregation" };

    public SpeedCommand()
        : base("speed", "Measures records/s read, rows/s written, seconds per stage, peak memory and the graph's share of the time.")
    {
        Add(_world);
        Add(_database);
        Add(_people);
        Add(_readingOnly);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("linkgraph-speed-");
        try
        {
            var (world, made) = await WorldToMeasure.FindAsync(arguments.GetValue(_world), arguments.GetValue(_people), temporary, cancellationToken);
            if (made is not null)
            {
                long exchanges = made.Files.Single(f => f.Key.StartsWith("exchanges", StringComparison.Ordinal)).Value;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"Generated {made.HonestAccounts + made.OperatorAccounts:N0} accounts, {exchanges:N0} exchanges, {made.Bytes / 1e6:N0} MB in {made.Elapsed.TotalSeconds:0.0} s: {exchanges / made.Elapsed.TotalSeconds:N0} exchanges/s"));
            }
            var stages = await new WholeJob(world, Path.Combine(temporary.FullName, "state"), arguments.GetValue(_database), arguments.GetValue(_readingOnly)).RunAsync(cancellationToken);
            Write(stages, arguments.GetValue(_database) is null ? "memory" : "Neo4j");
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static void Write(IReadOnlyList<Stage> stages, string graph)
    {
        var table = Tables.Create("stage", "s", "CPU s", $"{graph} s", "items", "per s", "CPU µs");
        foreach (var stage in stages)
        {
            string[] items = stage.Count == 0
                ? ["", "", ""]
                : [$"{Number(stage.Count)} {stage.Unit}", Number(stage.PerSecond), (stage.Processor.TotalMicroseconds / stage.Count).ToString("0.00", CultureInfo.InvariantCulture)];
            table.AddRow([stage.Name, Seconds(stage.Elapsed), Seconds(stage.Processor), Seconds(stage.InGraph), .. items]);
        }
        AnsiConsole.Write(table);
        if (stages.All(s => s.Name == WholeJob.ReadingAlone))
            return;
        var job = stages.Where(s => s.Name != WholeJob.ReadingAlone).ToList();
        double total = job.Sum(s => s.Elapsed.TotalSeconds), inGraph = job.Sum(s => s.InGraph.TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Whole job {total:0.0} s, of which {graph} {inGraph:0.0} s ({inGraph / total:P0}); peak memory {PeakMemory.Megabytes():N0} MB"));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
