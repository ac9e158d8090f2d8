using System.CommandLine;
using System.Globalization;
using LinkGraph.Files;
using LinkGraph.Hosting;
using LinkGraph.Model.Operators;
using LinkGraph.Output;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>resolve</c>: operators from the evidence, published as differences.</summary>
internal sealed class ResolveCommand : ProgramCommand
{
    private readonly Option<FileInfo?> _assignments = new("--assignments")
    {
        Description = "Write account_id,operator_id to this CSV, a row for each account in an operator of two or more",
        HelpName = "file",
    };

    private readonly Option<bool> _noPublish = new("--no-publish") { Description = "Leave the graph as it is" };

    public ResolveCommand()
        : base("resolve", "Find who belongs together, from all evidence in the graph, and publish what changed in one transaction.")
    {
        Add(_assignments);
        Add(_noPublish);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "linkgraph resolve --database bolt://127.0.0.1:7687",
        "linkgraph resolve --assignments operators.csv --no-publish",
    ];

    public override string WhenStopped => "Stopped. Nothing of this resolution was published; give the same command again.";

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.Services.GetRequiredService<GraphQueries>().VerifyAsync(cancellationToken);
        var outcome = await context.Services.GetRequiredService<ResolveJob>().RunAsync(!context.Arguments.GetValue(_noPublish), cancellationToken);
        if (context.Arguments.GetValue(_assignments) is { } file)
            await AssignmentsFile.WriteAsync(file, outcome.Resolution.Operators.SelectMany(o => o.Members.Select(m => (m.Account, o.Id))), cancellationToken);
        Summarise(outcome, context.Terminal);
        return ExitCode.Done;
    }

    private static void Summarise(ResolveOutcome outcome, Terminal terminal)
    {
        var operators = outcome.Resolution.Operators.Where(o => o.Kind == EntityKind.Operator).ToList();
        var shared = outcome.Resolution.Operators.Where(o => o.Kind == EntityKind.Shared).ToList();
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{outcome.Accounts:N0} accounts: {operators.Count:N0} operators run {operators.Sum(o => o.Members.Count):N0} of them; {shared.Count:N0} companies and households share {shared.Sum(o => o.Members.Count):N0}."));
        terminal.Note(outcome.Publication switch
        {
            null => "Nothing was published.",
            { HasChanges: false } => "The graph held this already; nothing was written.",
            var p => string.Create(CultureInfo.InvariantCulture,
                $"Published: {p.OperatorsCreated:N0} operators new, {p.OperatorsUpdated:N0} changed, {p.OperatorsEnded:N0} ended; {p.MembershipsSet:N0} memberships set, {p.MembershipsEnded:N0} ended; {p.LinksSet:N0} links."),
        });
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"Evidence {Moment.Duration(outcome.Reading)}, resolution {Moment.Duration(outcome.Resolving)}, publishing {Moment.Duration(outcome.Publishing)}."));
        if (outcome.Unsettled)
            terminal.Note("An ingest was ended early, and prompt templates and proxies do not follow what it wrote yet: run it again, then resolve again.");
        if (operators.Count > 0)
            terminal.Note($"Next: linkgraph operators, then linkgraph show {operators[0].Id}");
    }
}
