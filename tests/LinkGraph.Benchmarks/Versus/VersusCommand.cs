using System.CommandLine;
using LinkGraph.Simulation;

namespace LinkGraph.Benchmarks.Versus;

/// <summary><c>versus ADDRESS</c>: the embedded engine against a Neo4j, same client, same data, same run.</summary>
internal sealed class VersusCommand : Command
{
    private readonly Argument<string> _neo4j = new("ADDRESS") { Description = "Of a Neo4j that asks for no password, such as bolt://127.0.0.1:7687. ITS DATA IS DELETED." };
    private readonly Option<DirectoryInfo?> _world = new("--world") { Description = "Folder with records (default: a world is generated, and removed again)" };
    private readonly Option<int> _people = new("--people") { Description = "Honest people of the generated world; 200,000 make 224,000 accounts", DefaultValueFactory = _ => 200_000 };
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
            string? world = arguments.GetValue(_world)?.FullName;
            if (world is null)
            {
                world = Path.Combine(temporary.FullName, "world");
                await WorldGenerator.GenerateAsync(new WorldOptions { People = arguments.GetValue(_people) }, world, null, cancellationToken);
            }
            await new VersusRun(new Uri(arguments.GetRequiredValue(_neo4j)), world, temporary.FullName, arguments.GetValue(_rounds)).RunAsync(cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
