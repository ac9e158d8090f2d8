using System.CommandLine;
using System.Net.Security;
using System.Security.Cryptography;
using LinkGraph.Embedded;
using LinkGraph.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Commands;

/// <summary><c>serve</c>: the embedded graph over Bolt, until stopped.</summary>
internal sealed class ServeCommand : ProgramCommand
{
    /// <summary>Where Neo4j Browser is to be had without installing it. Its user still has to give it the password; without one any page there could read the graph.</summary>
    private static readonly string[] s_browserSites = ["https://browser.neo4j.io"];

    private readonly Option<int> _port = new("--bolt-port") { Description = "Port on the loopback address", DefaultValueFactory = _ => 7687 };
    private readonly Option<string> _auth = new("--bolt-auth")
    {
        Description = "none: let everybody on this machine in; basic: only with the user and password that are kept in the database's folder",
        DefaultValueFactory = _ => "basic",
    };
    private readonly Option<FileInfo?> _certificate = new("--tls-certificate") { Description = "PEM file with the server's certificate, for bolt+s:// and bolt+ssc://" };
    private readonly Option<FileInfo?> _key = new("--tls-key") { Description = "PEM file with the certificate's private key" };
    private readonly Option<string[]> _origins = new("--allow-origin")
    {
        Description = "Web pages that may connect, such as https://example.org, beside those of this machine and, where a password is asked for, Neo4j Browser's own site",
        DefaultValueFactory = _ => [],
    };

    public ServeCommand()
        : base("serve", "Serve a database folder over Bolt on the loopback address, for cypher-shell, drivers and Neo4j Browser.")
    {
        Add(_port);
        Add(_auth);
        Add(_certificate);
        Add(_key);
        Add(_origins);
        Validators.Add(r =>
        {
            if (r.GetValue(_certificate) is null != r.GetValue(_key) is null)
                r.AddError("--tls-certificate and --tls-key go together.");
        });
        _origins.Validators.Add(r =>
        {
            foreach (string origin in r.GetValueOrDefault<string[]>() ?? [])
            {
                if (!EmbeddedDatabaseOptions.IsOrigin(origin))
                    r.AddError($"--allow-origin: {origin} is no origin. One is a scheme, a host and perhaps a port, such as https://example.org or http://10.0.0.5:8080, and nothing after it.");
            }
        });
        _auth.AcceptOnlyFromAmong("basic", "none");
        _port.Validators.Add(r => { if (r.GetValueOrDefault<int>() is not (>= 0 and <= 65535)) r.AddError("--bolt-port must be 0 to 65535."); });
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["linkgraph serve", "linkgraph serve --tls-certificate public.crt --tls-key private.key --allow-origin https://graph.example.org", "linkgraph serve --database linkgraph-demo/data --bolt-port 7688", "linkgraph serve --bolt-port 0 --bolt-auth none"];

    public override string WhenStopped => "Stopped. What was committed is in the folder.";

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? address = Composition.DatabaseOf(context.Arguments);
        if (DatabaseHome.IsAddress(address))
            throw new UsageException($"{address} is a server already; serve takes a folder.");
        bool isOpen = context.Arguments.GetRequiredValue(_auth) == "none";
        var options = new EmbeddedDatabaseOptions
        {
            Port = context.Arguments.GetValue(_port),
            IsOpen = isOpen,
            Certificate = CertificateOf(context.Arguments),
            AllowedOrigins = [.. context.Arguments.GetRequiredValue(_origins), .. isOpen ? [] : s_browserSites],
        };
        await using var home = DatabaseHome.Serve(address, options, context.Services.GetRequiredService<ILogger<EmbeddedDatabase>>());
        context.Terminal.Note($"{home.Folder} is served at {home.Options.Address}.");
        context.Terminal.Note(home.Options.User is { } user
            ? $"User {user}; the password is in {home.PasswordFile}. For example: cypher-shell -a {home.Options.Address} -u {user} -p \"$(cat {home.PasswordFile})\""
            : $"No user or password is asked for. For example: cypher-shell -a {home.Options.Address}");
        context.Terminal.Note($"Neo4j Browser connects to the same address.{(options.Certificate is null ? "" : " TLS is on: bolt+s:// with a certificate that the client trusts, bolt+ssc:// with any.")} Ctrl-C stops.");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return ExitCode.Done;
    }

    private SslStreamCertificateContext? CertificateOf(ParseResult arguments)
    {
        if (arguments.GetValue(_certificate) is not { } certificate || arguments.GetValue(_key) is not { } key)
            return null;
        try
        {
            return CertificateFiles.Load(certificate.FullName, key.FullName);
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"TLS cannot be had with {certificate} and {key}: {unusable.Message}");
        }
    }
}
