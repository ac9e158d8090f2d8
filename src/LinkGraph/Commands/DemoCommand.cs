using System.CommandLine;
using System.Globalization;
using LinkGraph.Hosting;

namespace LinkGraph.Commands;

/// <summary><c>demo</c>: the main job on a small simulated world, one command after the other, as a user would give them.</summary>
internal sealed class DemoCommand : ProgramCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "Where the world and the graph are kept", DefaultValueFactory = _ => "linkgraph-demo" };
    private readonly Option<int> _people = new("--people") { Description = "Honest people of the world", DefaultValueFactory = _ => 5_000 };

    public DemoCommand()
        : base("demo", "Make a small world, ingest it, resolve it and show the operators; nothing to install, nothing to start.")
    {
        Add(_folder);
        Add(_people);
    }

    public override IReadOnlyList<string> Examples { get; } = ["linkgraph demo", "linkgraph demo big --people 50000", "linkgraph demo --database bolt://127.0.0.1:7687"];

    public override string WhenStopped => "Stopped. The same command goes on where this one stopped.";

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = context.Arguments.GetRequiredValue(_folder);
        string world = Path.Combine(folder, "world");
        string database = Composition.DatabaseOf(context.Arguments) ?? Path.Combine(folder, "data");
        string[] home = ["--database", database, "--state", Path.Combine(folder, "state")];
        List<string[]> commands =
        [
            ["ingest", world, .. home],
            ["resolve", "--assignments", Path.Combine(folder, "operators.csv"), .. home],
            ["operators", "--limit", "10", .. home],
            ["evaluate", Path.Combine(world, "truth.csv"), .. home],
        ];
        if (!File.Exists(Path.Combine(world, "truth.csv")))
            commands.Insert(0, ["generate", world, "--people", context.Arguments.GetValue(_people).ToString(CultureInfo.InvariantCulture)]);
        foreach (string[] command in commands)
        {
            context.Terminal.Note($"{Environment.NewLine}$ linkgraph {string.Join(' ', command)}");
            int code = await CommandLine.RunAsync(command, context.Terminal, cancellationToken);
            if (code != ExitCode.Done)
                return code;
        }

        string options = string.Join(' ', home);
        context.Terminal.Note($"""

            What to ask next:
              linkgraph show OPERATOR {options}
              linkgraph cypher "MATCH (o:Operator)<-[:OPERATED_BY]-(a) RETURN o.id, count(a) AS accounts ORDER BY accounts DESC" {options}
              linkgraph serve {options}      to open it with cypher-shell, a driver or Neo4j Browser
            """);
        return ExitCode.Done;
    }
}
