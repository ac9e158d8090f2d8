using System.CommandLine;
using System.Globalization;
using LinkGraph.Benchmarks.Lab;
using LinkGraph.Model.Evidence;
using LinkGraph.Resolution;
using LinkGraph.Simulation;
using ScottPlot;
using ScottPlot.Palettes;

namespace LinkGraph.Benchmarks.Hub;

/// <summary><c>hub</c>: one address or proxy, used by ever more honest people beside ever larger operators; who of them is absorbed?</summary>
internal sealed class HubCommand : Command
{
    /// <summary>What must hold at every point.</summary>
    private const double Goal = 0.001;
    private const int FakesOfAnOperator = 5;
    private const double LeastDrawn = 1e-5;

    private readonly Option<DirectoryInfo> _cache = new("--cache") { Description = "Folder that keeps the world and its evidence; delete it when ingestion changes", Required = true };
    private readonly Option<int[]> _honest = new("--honest") { Description = "Honest users of the hub", DefaultValueFactory = _ => [10, 100, 1_000, 10_000, 100_000], AllowMultipleArgumentsPerToken = true };
    private readonly Option<int[]> _accounts = new("--operator") { Description = "Accounts of the operator on it", DefaultValueFactory = _ => [10, 100, 1_000, 5_000, 20_000], AllowMultipleArgumentsPerToken = true };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Of the world", DefaultValueFactory = _ => 1 };
    private readonly Option<FileInfo?> _plot = new("--plot") { Description = "File for the drawing (SVG)" };

    public HubCommand()
        : base("hub", "Absorbed honest users of one hub, an address or a proxy, beside an operator on it.")
    {
        foreach (Option option in (Option[])[_cache, _honest, _accounts, _seed, _plot])
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        int[] honest = arguments.GetRequiredValue(_honest), accounts = arguments.GetRequiredValue(_accounts);
        var made = World(honest.Max(), accounts.Max());
        var points = new List<HubPoint>();
        try
        {
            var shelf = new WorldShelf(arguments.GetRequiredValue(_cache), Console.Error.WriteLine);
            var (folder, loaded) = await shelf.TakeAsync(made, arguments.GetValue(_seed), withRecords: false, cancellationToken);
            WorldShelf.DropRecords(made, folder);
            var world = new HubWorld(loaded);
            if (world.Honest < honest.Max() || world.LargestOperator < accounts.Max())
                throw new LabException(string.Create(CultureInfo.InvariantCulture, $"The world has {world.Honest:N0} honest accounts and an operator of {world.LargestOperator:N0}: that is not enough. Ask for smaller hubs."));
            var anyway = SeenAsOperators(loaded.Evidence, world, cancellationToken);
            foreach (bool proxy in (bool[])[false, true])
            {
                foreach (int size in accounts)
                {
                    foreach (int users in honest)
                    {
                        points.Add(Measure(world, users, size, proxy, anyway, cancellationToken));
                        Console.Error.WriteLine(points[^1]);
                    }
                }
            }
        }
        catch (LabException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped");
        }
        Report(points);
        if (arguments.GetValue(_plot) is { } file && points.Count > 0)
            Draw(points, file);
        return points.Count == 2 * honest.Length * accounts.Length && points.All(p => p.Share <= Goal) ? 0 : 1;
    }

    // streets, with people enough and its largest operator (6,000 accounts of 100,000 people or more) as large as the largest asked for
    private static LabWorld World(int honest, int accounts)
    {
        int people = Math.Max(20_000, honest * 23 / 20);
        return new LabWorld
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"hub-{people}-{accounts}"),
            Kind = "hub",
            Generate = new WorldOptions { People = people, Scale = Math.Clamp(1.001 * accounts / (6_000 * Math.Min(1, people / 100_000.0)), 1, WorldOptions.LargestScale) },
        };
    }

    private static HubPoint Measure(HubWorld world, int honest, int accounts, bool proxy, HashSet<string> anyway, CancellationToken cancellationToken)
    {
        var (evidence, people, fakes) = world.With(honest, accounts, proxy);
        var seen = SeenAsOperators(evidence, world, cancellationToken);
        string[] absorbed = [.. seen.Where(people.Contains)];
        return new HubPoint(proxy, honest, accounts, seen.Count(fakes.Contains), absorbed.Length, absorbed.Count(anyway.Contains));
    }

    // the members of clusters with five fakes or more
    private static HashSet<string> SeenAsOperators(EvidenceSet evidence, HubWorld world, CancellationToken cancellationToken) =>
        [.. new Resolver().Resolve(evidence, cancellationToken: cancellationToken).Operators
            .Where(o => o.Members.Count(m => world.IsFake(m.Account)) >= FakesOfAnOperator)
            .SelectMany(o => o.Members.Select(m => m.Account))];

    private static void Report(List<HubPoint> points)
    {
        foreach (var kind in points.GroupBy(p => p.Kind))
        {
            Table($"Honest users of {kind.Key} who are absorbed", [.. kind], p => p.Cell);
            Table($"Accounts of the operator on {kind.Key} that are caught", [.. kind], p => p.Caught.ToString("N0", CultureInfo.InvariantCulture));
        }
    }

    private static void Table(string title, HubPoint[] points, Func<HubPoint, string> cell)
    {
        int[] honest = [.. points.Select(p => p.Honest).Distinct()];
        Console.WriteLine();
        Console.WriteLine($"{title}, by its honest users:");
        Console.WriteLine();
        Console.WriteLine($"| operator on it | {string.Join(" | ", honest.Select(h => h.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"| ---: | {string.Join(" | ", honest.Select(_ => "---:"))} |");
        foreach (var row in points.GroupBy(p => p.Accounts))
        {
            var cells = honest.Select(h => row.FirstOrDefault(p => p.Honest == h) is { } p ? cell(p) : "");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Key:N0} | {string.Join(" | ", cells)} |"));
        }
    }

    private static void Draw(List<HubPoint> points, FileInfo file)
    {
        using var plot = new Plot();
        var colours = new Category10();
        int[] sizes = [.. points.Select(p => p.Accounts).Distinct()];
        foreach (var line in points.GroupBy(p => (p.Proxy, p.Accounts)))
        {
            var drawn = plot.Add.Scatter(
                line.Select(p => LogAxis.At(p.Honest)).ToArray(), line.Select(p => LogAxis.At(Math.Max(LeastDrawn, p.Share))).ToArray(),
                colours.GetColor(Array.IndexOf(sizes, line.Key.Accounts)));
            drawn.LinePattern = line.Key.Proxy ? LinePattern.Dashed : LinePattern.Solid;
            drawn.MarkerShape = line.Key.Proxy ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
            drawn.LegendText = string.Create(CultureInfo.InvariantCulture, $"{(line.Key.Proxy ? "proxy" : "address")}, operator of {line.Key.Accounts:N0}");
        }
        var goal = plot.Add.HorizontalLine(LogAxis.At(Goal), 1, Colors.Black, LinePattern.Dotted);
        goal.LegendText = "goal: never above";
        LogAxis.Label(plot.Axes.Bottom, "honest users of the hub", 1, 5);
        LogAxis.Label(plot.Axes.Left, "share of them absorbed (none: at the foot)", -5, 0, v => v <= LeastDrawn ? "0" : v.ToString("0.###%", CultureInfo.InvariantCulture));
        plot.Title("One hub, honest people and an operator");
        plot.ShowLegend(Alignment.UpperRight);
        file.Directory?.Create();
        plot.SaveSvg(file.FullName, 900, 620);
    }
}
