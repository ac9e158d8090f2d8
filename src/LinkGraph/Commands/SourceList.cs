using LinkGraph.Hosting;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;
using LinkGraph.Output;

namespace LinkGraph.Commands;

/// <summary>From what the command line says about sources to what ingestion is asked for.</summary>
internal sealed class SourceList(
    Terminal terminal, RecordKind? kind, string stdinName, SourceFormat stdinFormat, SqlDatabase? sql, string? connectionString,
    RecordMapping? mapping = null)
{
    private static readonly (RecordKind Kind, string Name)[] s_kinds =
    [
        (RecordKind.Accounts, "accounts"), (RecordKind.PaymentMethods, "payment_methods"), (RecordKind.Proxies, "proxies"),
        (RecordKind.Exchanges, "exchanges"), (RecordKind.Models, "models"),
    ];

    public static IEnumerable<string> KindNames => s_kinds.Select(k => k.Name);

    public static RecordKind? ParseKind(string name) => s_kinds.Where(k => k.Name == name).Select(k => (RecordKind?)k.Kind).FirstOrDefault();

    public static string NameOf(RecordKind kind) => s_kinds.Single(k => k.Kind == kind).Name;

    /// <exception cref="UsageException">Something that a source needs was not given.</exception>
    public IReadOnlyList<SourceRequest> Requests(IEnumerable<string> sources) => [.. sources.Select(source => Request(source) with { Mapping = mapping })];

    private SourceRequest Request(string source)
    {
        if (source == "-")
        {
            return new StreamRequest(
                KindOf(mapping) ?? throw new UsageException($"Standard input does not say what it holds: give --kind, one of {string.Join(", ", KindNames)}."),
                stdinName, () => terminal.Input, stdinFormat);
        }
        return Path.GetExtension(source) == ".sql" ? Query(source) : new PathRequest(source, kind);
    }

    private SqlRequest Query(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        var records = KindOf(mapping) ?? s_kinds.Where(k => name.StartsWith(k.Name, StringComparison.Ordinal)).Select(k => (RecordKind?)k.Kind).FirstOrDefault()
            ?? throw new UsageException($"{file}: the name does not begin with a kind of records: give --kind, one of {string.Join(", ", KindNames)}.");
        if (sql is not { } database)
            throw new UsageException($"{file}: give --sql postgresql or --sql sqlite to say where it is run.");
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new UsageException($"{file}: put the connection string into {IngestSettings.SourceVariable}.");
        return new SqlRequest(records, name, database, connectionString, File.ReadAllText(file));
    }

    /// <summary>What a mapping maps is accounts.</summary>
    private RecordKind? KindOf(RecordMapping? mapping) => mapping is null ? kind : RecordKind.Accounts;
}
