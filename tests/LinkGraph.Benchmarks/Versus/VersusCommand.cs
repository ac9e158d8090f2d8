using System.CommandLine;

namespace LinkGraph.Benchmarks.Versus;

/// <summary><c>versus ADDRESS</c>: the embedded engine against a Neo4j, same client, same data, same run.</summary>
internal sealed class VersusCommand : Command
{
    private readonly Argument<string> _neo4j = new("ADDRESS") { Description = "Of a Neo4j that asks for no password, such as bolt://127.0.0.1:7687. ITS DATA IS DELETED." };
    private readonly Option<DirectoryInfo?> _world = new("--world") { Description = WorldToMeasure.Description };
    private readonly Option<int> _people = WorldToMeasure.People();
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often everything is read; medians are shown", DefaultValueFactory = _ => 5 };

    public VersusCommand()
        : base("versus", "Measures the embedded engine against a Neo4j: ingest, evidence, look-ups, the investigators' questions, opening, memory.")
    {
        Add(_neo4j);
        Add(_world);
        Add(_people);
        Add(_rounds);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("linkgraph-versus-");
        try
        {
            var (world, _) = await WorldToMeasure.FindAsync(arguments.GetValue(_world), arguments.GetValue(_people), temporary, cancellationToken);
            await new VersusRun(new Uri(arguments.GetRequiredValue(_neo4j)), world, temporary.FullName, arguments.GetValue(_rounds)).RunAsync(cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
