using System.CommandLine;
using System.Globalization;
using LinkGraph.Files;
using LinkGraph.Resolution;
using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Benchmarks.Quality;

/// <summary><c>quality WORLD...</c>: the whole pipeline in memory, judged by each world's truth; a line a world and variant.</summary>
internal sealed class QualityCommand : Command
{
    private static readonly string s_header = Line(
        "world", "variant", "accounts", "F1", "B3", "opB3", "absorbed", "merged", "found", "op recall", "ingest s", "settle s", "resolve s", "peak MB");

    private readonly Argument<DirectoryInfo[]> _worlds = new("WORLD") { Description = "Folders with records and truth.csv (or truth.csv.gz)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _variants = new("--variant")
    {
        Description = "What is missing from the data; may be given several times",
        DefaultValueFactory = _ => ["full"],
    };

    private readonly Option<DirectoryInfo?> _out = new("--assignments") { Description = "Folder for the assignments, WORLD.VARIANT.csv" };
    private readonly Option<DirectoryInfo?> _cache = new("--cache") { Description = "Folder that keeps the evidence of worlds once ingested; delete it when ingestion changes" };
    private readonly Option<bool> _trace = new("--trace") { Description = "What each step of resolution finds, on standard error" };
    private readonly Option<bool> _evaluation = new("--evaluation") { Description = "The whole evaluation after each line" };

    public QualityCommand()
        : base("quality", "Ingests worlds into memory, resolves them and judges the outcome by their truth.")
    {
        _variants.AcceptOnlyFromAmong([.. Variant.All.Select(v => v.Name)]);
        Add(_worlds);
        Add(_variants);
        Add(_out);
        Add(_cache);
        Add(_trace);
        Add(_evaluation);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        Action<string>? trace = arguments.GetValue(_trace) ? line => Console.Error.WriteLine($"  {line}") : null;
        Console.WriteLine(s_header);
        foreach (var folder in arguments.GetRequiredValue(_worlds))
        {
            var world = await WorldInMemory.LoadAsync(folder, arguments.GetValue(_cache), cancellationToken);
            foreach (string name in arguments.GetRequiredValue(_variants))
            {
                var evidence = Variant.Named(name).Of(world.Evidence);
                long started = TimeProvider.System.GetTimestamp();
                var resolution = new Resolver().Resolve(evidence, trace, cancellationToken);
                var elapsed = TimeProvider.System.GetElapsedTime(started);
                var assignments = resolution.Operators.SelectMany(o => o.Members.Select(m => (m.Account, o.Id))).ToList();
                var report = Evaluator.Evaluate(world.Truth, assignments.ToDictionary(a => a.Account, a => a.Id, StringComparer.Ordinal));
                Console.WriteLine(Figures(world, name, report, elapsed));
                if (arguments.GetValue(_evaluation))
                    Spectre.Console.AnsiConsole.Write(Output.EvaluationTable.Of(report));
                if (arguments.GetValue(_out) is { } target)
                    await AssignmentsFile.WriteAsync(new FileInfo(Path.Combine(target.FullName, $"{world.Name}.{name}.csv")), assignments, cancellationToken);
            }
        }
    }

    private static string Figures(WorldInMemory world, string variant, EvaluationReport report, TimeSpan resolving) => Line(
        world.Name, variant, report.Accounts,
        Share(report.Pairwise.F1), Share(report.BCubed.F1), Share(report.OperatorBCubed.F1), report.Honest.Absorbed, report.Honest.Merged,
        $"{report.Operators.Found}/{report.Operators.Count}", Share(report.Operators.MeanRecall),
        Seconds(world.Ingesting), Seconds(world.Settling), Seconds(resolving), PeakMemory.Megabytes());

    private static string Line(
        object world, object variant, object accounts, object f1, object b3, object operatorB3, object absorbed, object merged,
        object found, object recall, object ingesting, object settling, object resolving, object memory) => string.Create(
        CultureInfo.InvariantCulture,
        $"{world,-26} {variant,-12} {accounts,8} {f1,6} {b3,6} {operatorB3,6} {absorbed,8} {merged,6} {found,7} {recall,9} {ingesting,8} {settling,8} {resolving,9} {memory,7}");

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
