using System.CommandLine;
using System.Globalization;
using LinkGraph.Hosting;
using LinkGraph.Output;
using LinkGraph.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>generate OUT</c>: a simulated world.</summary>
internal sealed class GenerateCommand : ProgramCommand
{
    private static readonly WorldOptions s_defaults = new();

    private readonly Argument<string> _out = new("OUT") { Description = "Folder to make: accounts, payment_methods, proxies, exchanges, models and truth.csv" };

    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = "Kind of world: " + string.Join(" ", WorldOptions.Scenarios.Select(s => $"{s.Name}: {s.Description}")),
        HelpName = string.Join('|', WorldOptions.Scenarios.Select(s => s.Name)),
        DefaultValueFactory = _ => s_defaults.Scenario,
    };

    private readonly Option<int> _people = new("--people") { Description = "Honest people; crowds and operators come on top", DefaultValueFactory = _ => s_defaults.People };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Another seed is another world of the same kind", DefaultValueFactory = _ => s_defaults.Seed };
    private readonly Option<double> _scale = new("--scale") { Description = "Multiplies the operators' sizes", DefaultValueFactory = _ => s_defaults.Scale };
    private readonly Option<bool> _covert = new("--covert") { Description = "Operators' issuers, clients and mail domains are those of honest people" };
    private readonly Option<bool?> _lookalikes = new("--lookalikes") { Description = "Honest crowds that look like operators (default: as the scenario has it)" };
    private readonly Option<bool?> _fullVolume = new("--full-volume") { Description = "Every exchange of busy accounts (default: as the scenario has it)" };
    private readonly Option<bool> _byTime = new("--by-time") { Description = "Exchanges in order of time rather than by account" };
    private readonly Option<bool> _noPrompts = new("--no-prompts") { Description = "Every prompt is empty" };
    private readonly Option<bool> _noCountries = new("--no-countries") { Description = "No account and no card has a country" };
    private readonly Option<bool> _noCards = new("--no-cards") { Description = "No payment methods" };
    private readonly Option<bool> _halfProxies = new("--half-proxies") { Description = "Half of the proxy networks are not known" };
    private readonly Option<bool> _compress = new("--compress") { Description = "Write .ndjson.gz" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace a world that is in the folder already" };

    public GenerateCommand()
        : base("generate", "Make a simulated world from a seed: people, crowds, operators, and the truth about them.")
    {
        Add(_out);
        Option[] options =
        [
            _scenario, _people, _seed, _scale, _covert, _lookalikes, _fullVolume, _byTime,
            _noPrompts, _noCountries, _noCards, _halfProxies, _compress, _overwrite,
        ];
        foreach (var option in options)
            Add(option);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "linkgraph generate world",
        "linkgraph generate world --scenario hard --people 200000 --covert --lookalikes true --seed 7",
        "linkgraph generate world --scenario streets-harder --no-prompts --compress",
    ];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = context.Arguments.GetRequiredValue(_out);
        var options = World(context.Arguments);
        if (options.Validate() is { Count: > 0 } errors)
            throw new UsageException(string.Join(Environment.NewLine, errors));
        var display = context.Services.GetRequiredService<ProgressDisplay>();
        var report = await display.RunAsync(progress => WorldGenerator.GenerateAsync(
            options, folder, new Translated<GenerateProgress>(progress, Moment), cancellationToken));

        context.Terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{report.Folder}: {report.HonestAccounts:N0} honest accounts, {report.Operators:N0} operators with {report.OperatorAccounts:N0}, {report.UnjudgedAccounts:N0} unjudged; {report.Files.Values.Sum():N0} records, {report.Bytes / 1e6:N0} MB in {Output.Moment.Duration(report.Elapsed)}."));
        context.Terminal.Note($"Next: linkgraph ingest {folder}");
        return ExitCode.Done;
    }

    private WorldOptions World(ParseResult arguments) => new()
    {
        Scenario = arguments.GetRequiredValue(_scenario),
        People = arguments.GetValue(_people),
        Seed = arguments.GetValue(_seed),
        Scale = arguments.GetValue(_scale),
        Covert = arguments.GetValue(_covert),
        Lookalikes = arguments.GetValue(_lookalikes),
        FullVolume = arguments.GetValue(_fullVolume),
        Order = arguments.GetValue(_byTime) ? ExchangeOrder.ByTime : ExchangeOrder.ByAccount,
        NoPrompts = arguments.GetValue(_noPrompts),
        NoCountries = arguments.GetValue(_noCountries),
        NoCards = arguments.GetValue(_noCards),
        HalfProxies = arguments.GetValue(_halfProxies),
        Compress = arguments.GetValue(_compress),
        Overwrite = arguments.GetValue(_overwrite),
    };

    private static Moment Moment(GenerateProgress at) => new(
        string.Create(CultureInfo.InvariantCulture, $"{at.Accounts:N0} accounts, {at.Exchanges:N0} exchanges, {at.Bytes / 1e6:N0} MB"),
        (double)at.Accounts / Math.Max(1, at.TotalAccounts));
}
