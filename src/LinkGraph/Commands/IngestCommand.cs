using System.CommandLine;
using System.Globalization;
using LinkGraph.Hosting;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;
using LinkGraph.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>ingest SOURCE...</c>: records into the graph, each exactly once.</summary>
internal sealed class IngestCommand : ProgramCommand
{
    private static readonly IngestionOptions s_defaults = new();

    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Folders; files named after their records (accounts.ndjson, exchanges-2026.csv.gz, proxies.parquet); queries (models.sql, with --sql); - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<RecordKind?> _kind = new("--kind")
    {
        Description = "Kind of the records, where a file's name does not say it, and for standard input",
        HelpName = string.Join('|', SourceList.KindNames),
        CustomParser = result => SourceList.ParseKind(result.Tokens[0].Value) is { } kind ? kind : Fail(result, "--kind", SourceList.KindNames),
    };

    private readonly Option<FileInfo?> _mapping = new("--mapping")
    {
        Description = MappingHelp.Text,
        HelpName = "FILE",
    };

    private readonly Option<string> _name = new("--name")
    {
        Description = "Name under which standard input is remembered: the same name goes on where it stopped",
        DefaultValueFactory = _ => "stdin",
    };

    private readonly Option<SourceFormat> _format = new("--format")
    {
        Description = "Format of standard input",
        HelpName = "ndjson|csv",
        DefaultValueFactory = _ => SourceFormat.Ndjson,
        CustomParser = result => result.Tokens[0].Value switch
        {
            "ndjson" => SourceFormat.Ndjson,
            "csv" => SourceFormat.Csv,
            _ => Fail<SourceFormat>(result, "--format", ["ndjson", "csv"]),
        },
    };

    private readonly Option<SqlDatabase?> _sql = new("--sql")
    {
        Description = $"Where .sql files are run; the connection string is taken from {IngestSettings.SourceVariable}",
        HelpName = "postgresql|sqlite",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "postgresql" => SqlDatabase.PostgreSql,
            "sqlite" => SqlDatabase.Sqlite,
            _ => Fail<SqlDatabase>(result, "--sql", ["postgresql", "sqlite"]),
        },
    };

    private readonly Option<double> _maxRejects = new("--max-rejects")
    {
        Description = "Share of a source's records, 0 to 1, that may be rejected before the run stops",
        DefaultValueFactory = _ => s_defaults.MaxRejectShare,
    };

    private readonly Option<int> _minutes = new("--minutes")
    {
        Description = "One in so many minutes is kept for rhythm; the same for the life of a graph",
        DefaultValueFactory = _ => s_defaults.MinuteSampling,
    };

    private readonly Option<bool> _hashFacts = new("--hash-facts") { Description = "Keep addresses and payment fingerprints as keyed hashes too" };

    public IngestCommand()
        : base("ingest", "Read records into the graph, each exactly once; stopped or killed, the same command goes on where it was.")
    {
        Add(_sources);
        Option[] options = [_kind, _mapping, _name, _format, _sql, _maxRejects, _minutes, _hashFacts];
        foreach (var option in options)
            Add(option);
        _maxRejects.Validators.Add(r => { if (r.GetValueOrDefault<double>() is not (>= 0 and <= 1)) r.AddError("--max-rejects must be 0 to 1."); });
        _mapping.Validators.Add(r => { if (r.GetValueOrDefault<FileInfo?>() is { Exists: false } file) r.AddError($"--mapping: {file} is not there."); });
        _minutes.Validators.Add(r => { if (r.GetValueOrDefault<int>() < 1) r.AddError("--minutes must be 1 or more."); });
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "linkgraph ingest world --database bolt://127.0.0.1:7687",
        "zcat log.gz | linkgraph ingest - --kind exchanges --name log",
        $"{IngestSettings.SourceVariable}='Host=db;Database=shop;Username=reader' linkgraph ingest accounts.sql --sql postgresql",
        $"{IngestSettings.KeyVariable}=$(cat key) linkgraph ingest world --hash-facts",
        "linkgraph ingest customers.csv --mapping customers.json",
    ];

    public override string WhenStopped => "Stopped. What was written stays; the same command goes on where this one stopped.";

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Arguments;
        var environment = context.Services.GetRequiredService<IConfiguration>();
        var mapping = arguments.GetValue(_mapping) is { } file ? RecordMapping.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken), file.ToString()) : null;
        if (mapping is not null && arguments.GetValue(_kind) is not null)
            throw new UsageException("--mapping says what the records are; leave --kind out.");
        var requests = new SourceList(
            context.Terminal, arguments.GetValue(_kind), arguments.GetRequiredValue(_name), arguments.GetValue(_format), arguments.GetValue(_sql),
            environment[IngestSettings.SourceVariable], mapping).Requests(arguments.GetRequiredValue(_sources));
        await context.Services.GetRequiredService<GraphQueries>().VerifyAsync(cancellationToken);
        var job = context.Services.GetRequiredService<IngestJob>();
        var options = s_defaults with
        {
            MaxRejectShare = arguments.GetValue(_maxRejects),
            MinuteSampling = arguments.GetValue(_minutes),
            HashFacts = arguments.GetValue(_hashFacts),
            Key = Key(environment[IngestSettings.KeyVariable], arguments.GetRequiredValue(GlobalOptions.State), context.Terminal),
        };
        var report = await job.RunAsync(options, requests, cancellationToken);
        return Summarise(report, context.Terminal);
    }

    private static byte[] Key(string? given, DirectoryInfo state, Terminal terminal)
    {
        if (!string.IsNullOrEmpty(given))
            return IngestSettings.Key(given);
        string file = Path.Combine(state.FullName, "key");
        string key = KeyFile.ReadOrMake(file);
        terminal.Note(
            $"{IngestSettings.KeyVariable} is not set: mail addresses are hashed with the key in {file}. Keep it with the folder, and secret: who has it "
            + $"can look for known addresses in the graph. To keep it elsewhere, set {IngestSettings.KeyVariable} to it.");
        return IngestSettings.Key(key);
    }

    private static int Summarise(IngestReport report, Terminal terminal)
    {
        foreach (var (kind, count) in report.Kinds.OrderBy(k => k.Key))
        {
            terminal.Note(string.Create(CultureInfo.InvariantCulture,
                $"{SourceList.NameOf(kind)}: {count.Read:N0} records read, {count.Rejected:N0} rejected, {count.Skipped:N0} there already"));
        }
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{report.Rows:N0} rows in {report.Batches:N0} transactions, {Moment.Duration(TimeSpan.FromSeconds(report.Seconds.Total))}."));
        foreach (var damage in report.Damaged)
            terminal.Note($"{damage.Source}, line {damage.Line}: {damage.Reason} What comes before is in the graph; mend the file and ingest it again.");
        if (report.Rejected > 0)
            terminal.Note($"{report.Rejected} records were rejected; {report.RejectsFile} says where and why. The rest is in the graph.");
        return report.Damaged.Count > 0 ? ExitCode.Failed : report.Rejected > 0 ? ExitCode.Held : ExitCode.Done;
    }

    private static RecordKind? Fail(System.CommandLine.Parsing.ArgumentResult result, string option, IEnumerable<string> names)
    {
        result.AddError($"{option} must be one of {string.Join(", ", names)}.");
        return null;
    }

    private static T? Fail<T>(System.CommandLine.Parsing.ArgumentResult result, string option, IEnumerable<string> names)
    {
        result.AddError($"{option} must be one of {string.Join(", ", names)}.");
        return default;
    }
}
