using System.CommandLine;
using LinkGraph.Hosting;

namespace LinkGraph.Commands;

/// <summary><c>serve</c>: the embedded graph over Bolt, until stopped.</summary>
internal sealed class ServeCommand : ProgramCommand
{
    private readonly Option<int> _port = new("--bolt-port") { Description = "Port on the loopback address", DefaultValueFactory = _ => 7687 };
    private readonly Option<string> _auth = new("--bolt-auth")
    {
        Description = "none: let everybody on this machine in; basic: only with the user and password that are kept in the database's folder",
        DefaultValueFactory = _ => "basic",
    };

    public ServeCommand()
        : base("serve", "Serve a database folder over Bolt on the loopback address, for cypher-shell, drivers and Neo4j Browser.")
    {
        Add(_port);
        Add(_auth);
        _auth.AcceptOnlyFromAmong("basic", "none");
        _port.Validators.Add(r => { if (r.GetValueOrDefault<int>() is not (>= 0 and <= 65535)) r.AddError("--bolt-port must be 0 to 65535."); });
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["linkgraph serve", "linkgraph serve --database linkgraph-demo/data --bolt-port 7688", "linkgraph serve --bolt-port 0 --bolt-auth none"];

    public override string WhenStopped => "Stopped. What was committed is in the folder.";

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? address = Composition.DatabaseOf(context.Arguments);
        if (DatabaseHome.IsAddress(address))
            throw new UsageException($"{address} is a server already; serve takes a folder.");
        await using var home = DatabaseHome.Serve(address, context.Arguments.GetValue(_port), context.Arguments.GetRequiredValue(_auth) == "none");
        context.Terminal.Note($"{home.Folder} is served at {home.Options.Address}.");
        context.Terminal.Note(home.Options.User is { } user
            ? $"User {user}; the password is in {home.PasswordFile}. For example: cypher-shell -a {home.Options.Address} -u {user} -p \"$(cat {home.PasswordFile})\""
            : $"No user or password is asked for. For example: cypher-shell -a {home.Options.Address}");
        context.Terminal.Note("Ctrl-C stops.");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return ExitCode.Done;
    }
}
