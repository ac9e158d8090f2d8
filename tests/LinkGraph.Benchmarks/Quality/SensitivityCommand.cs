using System.CommandLine;
using System.Globalization;
using LinkGraph.Resolution;
using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Benchmarks.Quality;

/// <summary><c>sensitivity WORLD...</c>: every constant of the resolution halved and doubled, and what becomes of each world.</summary>
internal sealed class SensitivityCommand : Command
{
    private readonly Argument<DirectoryInfo[]> _worlds = new("WORLD") { Description = "Folders with records and truth.csv (or truth.csv.gz)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _variants = new("--variant") { Description = "What is missing from the data; may be given several times", DefaultValueFactory = _ => ["full"] };
    private readonly Option<DirectoryInfo?> _cache = new("--cache") { Description = "Folder that keeps the evidence of worlds once ingested" };
    private readonly Option<string[]> _only = new("--only") { Description = "Constants to try; all if left out", AllowMultipleArgumentsPerToken = true };

    public SensitivityCommand()
        : base("sensitivity", "Halves and doubles every constant of the resolution, one at a time, and judges the outcome.")
    {
        _variants.AcceptOnlyFromAmong([.. Variant.All.Select(v => v.Name)]);
        _only.AcceptOnlyFromAmong([.. Constants.Select(c => c.Name)]);
        Add(_worlds);
        Add(_variants);
        Add(_cache);
        Add(_only);
        SetAction(RunAsync);
    }

    private static IEnumerable<System.Reflection.PropertyInfo> Constants =>
        typeof(ResolutionSettings).GetProperties().Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int));

    private async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        string[]? only = arguments.GetValue(_only) is { Length: > 0 } named ? named : null;
        foreach (var folder in arguments.GetRequiredValue(_worlds))
        {
            var world = await WorldInMemory.LoadAsync(folder, arguments.GetValue(_cache), cancellationToken);
            foreach (string name in arguments.GetRequiredValue(_variants))
            {
                var evidence = Variant.Named(name).Of(world.Evidence);
                Judge($"{world.Name} {name}: as it is", ResolutionSettings.Default);
                foreach (var constant in Constants.Where(c => only is null || only.Contains(c.Name)))
                {
                    Judge($"  {constant.Name} halved", Scaled(constant, 0.5));
                    Judge($"  {constant.Name} doubled", Scaled(constant, 2));
                }

                void Judge(string what, ResolutionSettings settings)
                {
                    var resolution = new Resolver(settings).Resolve(evidence, cancellationToken: cancellationToken);
                    var report = Evaluator.Evaluate(world.Truth, resolution.Operators.SelectMany(o => o.Members.Select(m => (m.Account, o.Id)))
                        .ToDictionary(a => a.Account, a => a.Id, StringComparer.Ordinal));
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{what,-44} F1 {report.Pairwise.F1:0.0000}  B3 {report.BCubed.F1:0.0000}  absorbed {report.Honest.Absorbed,5}  merged {report.Honest.Merged,6}  found {report.Operators.Found}/{report.Operators.Count}"));
                }
            }
        }
    }

    private static ResolutionSettings Scaled(System.Reflection.PropertyInfo constant, double by)
    {
        var settings = new ResolutionSettings();
        double value = Convert.ToDouble(constant.GetValue(settings), CultureInfo.InvariantCulture) * by;
        constant.SetValue(settings, constant.PropertyType == typeof(int) ? (object)(int)Math.Round(value) : value);
        return settings;
    }
}
