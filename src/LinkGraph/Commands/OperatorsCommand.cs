using System.CommandLine;
using LinkGraph.Hosting;
using LinkGraph.Output;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>operators</c>: those that stand, largest first.</summary>
internal sealed class OperatorsCommand : ProgramCommand
{
    private readonly Option<int> _limit = new("--limit") { Description = "How many at most", DefaultValueFactory = _ => 50 };
    private readonly Option<OutputFormat> _format = FormatOption.Create();

    public OperatorsCommand()
        : base("operators", "List operators, and companies and households that pay together, largest first.")
    {
        Add(_limit);
        Add(_format);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["linkgraph operators --database bolt://127.0.0.1:7687", "linkgraph operators --limit 1000 --format csv > operators.csv"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var queries = context.Services.GetRequiredService<GraphQueries>();
        await queries.VerifyAsync(cancellationToken);
        var records = await queries.ReadAsync("show/operators", new() { ["limit"] = context.Arguments.GetValue(_limit) }, cancellationToken);
        if (records.Count == 0)
        {
            context.Terminal.Note("There are no operators yet: linkgraph ingest, then linkgraph resolve.");
            return ExitCode.Done;
        }
        string[] columns = [.. records[0].Keys];
        await RecordWriter.For(context.Arguments.GetValue(_format), context.Terminal).WriteAsync(
            columns, records.Select(r => (IReadOnlyList<object?>)[.. columns.Select(c => r[c])]).ToAsyncEnumerable(), cancellationToken);
        return ExitCode.Done;
    }
}
