using System.CommandLine;
using LinkGraph.Hosting;
using LinkGraph.Output;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>show ID</c>: an operator with its members, what they share and why it stands; or an account and its operator.</summary>
internal sealed class ShowCommand : ProgramCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "An operator's id, or an account's" };
    private readonly Option<int> _limit = new("--limit") { Description = "Members, facts and ties at most", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = new("--json") { Description = "Everything as one JSON object" };

    public ShowCommand()
        : base("show", "Show an operator: why it stands, what its members share, who they are. Or show an account and whose it is.")
    {
        Add(_id);
        Add(_limit);
        Add(_json);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["linkgraph show op-1f0c --database bolt://127.0.0.1:7687", "linkgraph show acct_42 --json"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string id = context.Arguments.GetRequiredValue(_id);
        var queries = context.Services.GetRequiredService<GraphQueries>();
        await queries.VerifyAsync(cancellationToken);
        var found = await OperatorAsync(queries, id, context.Arguments.GetValue(_limit), cancellationToken)
            ?? await AccountAsync(queries, id, cancellationToken)
            ?? throw new UsageException($"The graph has no operator and no account '{id}'; linkgraph operators lists operators.");
        if (context.Arguments.GetValue(_json))
            context.Terminal.Out.WriteLine(Json.Serialize(found.ToDictionary(p => p.Key, p => GraphValue.ToPlain(p.Value))));
        else
            EntityView.Write(found, context.Terminal);
        return ExitCode.Done;
    }

    private static async Task<Dictionary<string, object?>?> OperatorAsync(GraphQueries queries, string id, int limit, CancellationToken cancellationToken)
    {
        if (await queries.ReadAsync("show/operator", new() { ["operator"] = id }, cancellationToken) is not [var head])
            return null;
        var limited = new Dictionary<string, object?> { ["operator"] = id, ["limit"] = limit };
        return new Dictionary<string, object?>(head)
        {
            ["shares"] = await queries.ReadAsync("show/shared_facts", limited, cancellationToken),
            ["members"] = await queries.ReadAsync("show/members", limited, cancellationToken),
            ["ties"] = await queries.ReadAsync("show/links", limited, cancellationToken),
        };
    }

    private static async Task<Dictionary<string, object?>?> AccountAsync(GraphQueries queries, string id, CancellationToken cancellationToken) =>
        await queries.ReadAsync("show/account", new() { ["account"] = id }, cancellationToken) is [var account]
            ? new Dictionary<string, object?>(account)
            : null;
}
