using System.Globalization;
using LinkGraph.Benchmarks.Quality;
using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>Goes through the worlds one after another; what cannot be done is told and passed over.</summary>
internal sealed class LabRun(WorldShelf shelf, IReadOnlyList<IResolver> resolvers, bool keepRecords, Action<string> progress)
{
    private readonly List<LabResult> _results = [];

    public IReadOnlyList<LabResult> Results => _results;

    /// <returns>False where something failed or the run was stopped.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<LabWorld> worlds, CancellationToken cancellationToken)
    {
        bool complete = true;
        try
        {
            foreach (var world in worlds)
            {
                foreach (ulong seed in world.Seeds)
                    complete &= await TryAsync(world, seed, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            progress("stopped; what was made is kept, the next call goes on from there");
            return false;
        }
        return complete;
    }

    private async Task<bool> TryAsync(LabWorld world, ulong seed, CancellationToken cancellationToken)
    {
        try
        {
            var (folder, loaded) = await shelf.TakeAsync(world, seed, resolvers.Any(r => r.NeedsRecords), cancellationToken);
            bool complete = true;
            foreach (string variant in world.Variants)
            {
                foreach (var resolver in resolvers)
                    complete &= await TryAsync(resolver, world, seed, Variant.Named(variant), folder, loaded, cancellationToken);
            }
            if (!keepRecords)
                WorldShelf.DropRecords(world, folder);
            return complete;
        }
        catch (LabException exception)
        {
            progress(exception.Message);
            return false;
        }
    }

    private async Task<bool> TryAsync(
        IResolver resolver, LabWorld world, ulong seed, Variant variant, DirectoryInfo folder, WorldInMemory loaded, CancellationToken cancellationToken)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"{world.Name} seed {seed}, {variant.Name}, {resolver.Name}");
        try
        {
            var resolved = await resolver.ResolveAsync(folder, loaded, variant, cancellationToken);
            var report = Evaluator.Evaluate(loaded.Truth, resolved.Assignments, new EvaluationOptions { BootstrapSamples = 0 });
            _results.Add(new LabResult(world, seed, variant.Name, resolver.Name, report, resolved.Time, resolved.Megabytes));
            progress(string.Create(CultureInfo.InvariantCulture,
                $"{what}: F1 {report.Pairwise.F1:0.0000}, B3 {report.BCubed.F1:0.0000}, absorbed {report.Honest.Absorbed:N0}, merged {report.Honest.Merged:N0}, found {report.Operators.Found}/{report.Operators.Count}, {resolved.Time.TotalSeconds:0.0} s, {resolved.Megabytes:N0} MB"));
            return true;
        }
        catch (LabException exception)
        {
            progress($"{what}: {exception.Message}");
            return false;
        }
    }
}
