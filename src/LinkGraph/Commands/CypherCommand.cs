using System.CommandLine;
using System.Globalization;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Hosting;
using LinkGraph.Output;
using Microsoft.Extensions.DependencyInjection;
using Neo4j.Driver;

namespace LinkGraph.Commands;

/// <summary><c>cypher</c>: one statement, its records as a table, JSON or CSV.</summary>
internal sealed class CypherCommand : ProgramCommand
{
    private readonly Argument<string?> _query = new("QUERY") { Description = "One statement (default: standard input)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _file = new("--file", "-f") { Description = "Take the statement from a file, or from the library: investigate/pair; see --list", HelpName = "file" };
    private readonly Option<string[]> _parameters = new("--param", "-p")
    {
        Description = "A parameter of the statement, name=value; the value is JSON, else text. May be given several times",
        HelpName = "name=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _write = new("--write") { Description = "Allow the statement to change the graph" };
    private readonly Option<bool> _list = new("--list") { Description = "List the statements of the library and their parameters" };
    private readonly Option<OutputFormat> _format = FormatOption.Create();

    public CypherCommand()
        : base("cypher", "Ask the graph in Cypher; read-only unless --write.")
    {
        Add(_query);
        Option[] options = [_file, _parameters, _format, _write, _list];
        foreach (var option in options)
            Add(option);
        _parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
                result.AddError($"--param {token.Value}: give name=value.");
        });
        Validators.Add(result =>
        {
            if (result.GetResult(_query) is { Tokens.Count: > 0 } && result.GetResult(_file) is not null)
                result.AddError("Give a statement or --file, not both.");
        });
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "linkgraph cypher 'MATCH (o:Operator) RETURN o.id, o.size ORDER BY o.size DESC LIMIT 10'",
        "linkgraph cypher --list",
        "linkgraph cypher --file investigate/pair --param a=acct_1 --param b=acct_2 --format json",
        "linkgraph cypher --file report.cypher --param since='\"2026-01-01\"' --format csv > report.csv",
    ];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(_list))
            return List(context);
        var (text, parameters) = await StatementAsync(context, cancellationToken);
        await context.Services.GetRequiredService<GraphQueries>().VerifyAsync(cancellationToken);
        var mode = context.Arguments.GetValue(_write) ? AccessMode.Write : AccessMode.Read;
        await using var result = await context.Services.GetRequiredService<CypherRunner>().RunAsync(text, parameters, mode, cancellationToken);
        long count = await RecordWriter.For(context.Arguments.GetValue(_format), context.Terminal)
            .WriteAsync(result.Keys, result.ReadAsync(cancellationToken), cancellationToken);
        context.Terminal.Note(Summary(count, await result.FinishAsync()));
        return ExitCode.Done;
    }

    private async Task<(string Text, IReadOnlyDictionary<string, object?> Parameters)> StatementAsync(
        CommandContext context, CancellationToken cancellationToken)
    {
        var given = context.Arguments.GetRequiredValue(_parameters).Select(p => p.Split('=', 2)).ToList();
        if (given.CountBy(p => p[0]).FirstOrDefault(c => c.Value > 1).Key is { } twice)
            throw new UsageException($"--param {twice} is given twice.");
        if (context.Arguments.GetValue(_file) is { } file)
        {
            if (context.Services.GetRequiredService<QueryCatalogue>().Find(file) is { } query)
                return (query.Text, CypherParameters.Bind(query, given));
            if (!File.Exists(file))
                throw new UsageException($"There is no file {file}, and no statement of that name in the library (linkgraph cypher --list).");
            return (await File.ReadAllTextAsync(file, cancellationToken), CypherParameters.Read(given));
        }
        if (context.Arguments.GetValue(_query) is { Length: > 0 } text)
            return (text, CypherParameters.Read(given));
        using var reader = new StreamReader(context.Terminal.Input);
        text = await reader.ReadToEndAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(text)
            ? throw new UsageException("No statement given: give one as QUERY, by --file, or on standard input.")
            : (text, CypherParameters.Read(given));
    }

    private static int List(CommandContext context)
    {
        foreach (var query in context.Services.GetRequiredService<QueryCatalogue>().InFolder("investigate"))
        {
            context.Terminal.Out.WriteLine($"{query.Name}: {query.Title ?? query.Purpose}");
            foreach (var p in query.Parameters)
            {
                string fallback = p.IsRequired ? "" : p.Default is null ? " = null" : $" = {GraphValue.ToText(p.Default)}";
                context.Terminal.Out.WriteLine($"    --param {p.Name} ({p.Type.ToString().ToLowerInvariant()}{fallback}) {p.Description}");
            }
        }
        return ExitCode.Done;
    }

    private static string Summary(long records, IResultSummary summary)
    {
        var counters = summary.Counters;
        (string What, int Count)[] changes =
        [
            ("nodes created", counters.NodesCreated), ("nodes deleted", counters.NodesDeleted), ("relationships created", counters.RelationshipsCreated),
            ("relationships deleted", counters.RelationshipsDeleted), ("properties set", counters.PropertiesSet), ("labels added", counters.LabelsAdded),
            ("labels removed", counters.LabelsRemoved), ("indexes added", counters.IndexesAdded), ("indexes removed", counters.IndexesRemoved),
            ("constraints added", counters.ConstraintsAdded), ("constraints removed", counters.ConstraintsRemoved),
        ];
        var parts = changes.Where(c => c.Count > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count:N0} {c.What}"));
        return string.Join(", ", parts.Prepend(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records"))) + ".";
    }
}
