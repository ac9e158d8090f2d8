using System.CommandLine;
using System.Globalization;
using LinkGraph.Hosting;

namespace LinkGraph.Benchmarks.Lab;

/// <summary><c>lab MATRIX...</c>: resolvers on every world of a matrix, judged by each world's truth.</summary>
internal sealed class LabCommand : Command
{
    private readonly Argument<FileInfo[]> _matrix = new("MATRIX") { Description = "Files of worlds (Lab/matrix.json, Lab/matrix-small.json)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<DirectoryInfo> _cache = new("--cache") { Description = "Folder that keeps each world's truth and evidence; delete it when ingestion changes", Required = true };
    private readonly Option<bool> _keep = new("--keep") { Description = "Keep records too (2 GB for 200,000 people)" };
    private readonly Option<string[]> _resolvers = new("--resolver") { Description = "NAME='command with {world} and {out}' (and {tmp}): a program to compare with, that writes account_id,operator_id" };
    private readonly Option<bool> _notOurs = new("--not-ours") { Description = "Only the resolvers given, not that of this build" };
    private readonly Option<string[]> _only = new("--only") { Description = "Only worlds whose name or kind contains one of these", AllowMultipleArgumentsPerToken = true };
    private readonly Option<FileInfo?> _csv = new("--csv") { Description = "File for every single result" };
    private readonly Option<DirectoryInfo?> _plots = new("--plots") { Description = "Folder for drawings (SVG)" };

    public LabCommand()
        : base("lab", "Tries resolvers on a matrix of worlds: one table for each kind of world.")
    {
        Add(_matrix);
        foreach (Option option in (Option[])[_cache, _keep, _resolvers, _notOurs, _only, _csv, _plots])
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var matrix = LabMatrix.Read(arguments.GetRequiredValue(_matrix));
            var resolvers = arguments.GetValue(_resolvers)!.Select(IResolver (r) => OutsideResolver.Parse(r)).ToList();
            if (!arguments.GetValue(_notOurs))
                resolvers.Insert(0, new OurResolver());
            string[] only = arguments.GetValue(_only)!;
            var worlds = matrix.Worlds.Where(w => only.Length == 0 || only.Any(o => w.Name.Contains(o, StringComparison.Ordinal) || w.Kind.Contains(o, StringComparison.Ordinal))).ToList();
            if (worlds.Count == 0 || resolvers.Count == 0)
                throw new UsageException("There is nothing to do: no world or no resolver is left.");
            var run = new LabRun(new WorldShelf(arguments.GetRequiredValue(_cache), Progress), resolvers, arguments.GetValue(_keep), Progress);
            bool complete = await run.RunAsync(worlds, cancellationToken);
            await ReportAsync(run.Results, arguments);
            return complete ? 0 : 1;
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }

    // what there is of it is shown after a failure or Ctrl-C as well
    private async Task ReportAsync(IReadOnlyList<LabResult> results, ParseResult arguments)
    {
        foreach (string line in LabTable.Of(results))
            Console.WriteLine(line);
        if (arguments.GetValue(_csv) is { } csv)
            await LabCsv.WriteAsync(csv, results, CancellationToken.None);
        if (arguments.GetValue(_plots) is { } plots && results.Count > 0)
            LabPlots.Draw(results, plots);
    }

    private static void Progress(string line) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss} {line}"));
}
