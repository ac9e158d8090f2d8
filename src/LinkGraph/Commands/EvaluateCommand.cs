using System.CommandLine;
using LinkGraph.Files;
using LinkGraph.Hosting;
using LinkGraph.Output;
using LinkGraph.Resolution.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace LinkGraph.Commands;

/// <summary><c>evaluate TRUTH</c>: how well operators agree with what is known.</summary>
internal sealed class EvaluateCommand : ProgramCommand
{
    private readonly Argument<FileInfo> _truth = new("TRUTH")
    {
        Description = "CSV account_id,entity,operator (.gz or not); operator blank for honest accounts, accounts left out are not judged",
    };

    private readonly Option<FileInfo?> _assignments = new("--assignments")
    {
        Description = "CSV account_id,operator_id to judge, as resolve --assignments writes it (default: the operators in the database)",
        HelpName = "file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Figures as JSON" };
    private readonly Option<int> _samples = new("--samples") { Description = "Bootstrap samples for the intervals", DefaultValueFactory = _ => 1_000 };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of the bootstrap", DefaultValueFactory = _ => 1 };

    public EvaluateCommand()
        : base("evaluate", "Judge operators by a file of who is whose: agreement, operators found, honest accounts absorbed or merged.")
    {
        Add(_truth);
        Add(_assignments);
        Add(_json);
        Add(_samples);
        Add(_seed);
        _samples.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 0 or > 1_000_000) r.AddError("--samples must be 0 to 1,000,000."); });
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "linkgraph evaluate world/truth.csv --assignments operators.csv",
        "linkgraph evaluate world/truth.csv --database bolt://127.0.0.1:7687 --json",
    ];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var truth = TruthFile.Read(context.Arguments.GetRequiredValue(_truth));
        var assignments = context.Arguments.GetValue(_assignments) is { } file
            ? AssignmentsFile.Read(file)
            : await PublishedAsync(context.Services.GetRequiredService<GraphQueries>(), cancellationToken);
        var options = new EvaluationOptions
        {
            BootstrapSamples = context.Arguments.GetValue(_samples),
            Seed = context.Arguments.GetValue(_seed),
        };
        var report = Evaluator.Evaluate(truth, assignments, options);
        if (context.Arguments.GetValue(_json))
            context.Terminal.Out.WriteLine(Json.Serialize(report));
        else
            context.Terminal.OutConsole.Write(EvaluationTable.Of(report));
        return ExitCode.Done;
    }

    private static async Task<Dictionary<string, string>> PublishedAsync(GraphQueries queries, CancellationToken cancellationToken)
    {
        await queries.VerifyAsync(cancellationToken);
        return await queries.ReadAssignmentsAsync(cancellationToken);
    }
}
