using System.CommandLine;
using LinkGraph.Commands;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Evidence;
using LinkGraph.Graph.Ingest;
using LinkGraph.Graph.Publishing;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Model.Ingest;
using LinkGraph.Output;
using LinkGraph.Resolution;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Hosting;

/// <summary>Puts the parts together for one invocation. Nothing is opened before a command asks for it.</summary>
internal static class Composition
{
    public const string AddressVariable = "LINKGRAPH_DATABASE";

    /// <summary>Composes the program.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where it is read.</param>
    /// <param name="stop">Ends what the database is doing for this invocation.</param>
    public static IHost Build(ParseResult arguments, Terminal terminal, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "linkgraph" });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddProvider(new TerminalLoggerProvider(terminal));
        builder.Logging.SetMinimumLevel(arguments.GetValue(GlobalOptions.Verbose) ? LogLevel.Debug : LogLevel.Warning);

        string? address = DatabaseOf(arguments);
        string state = arguments.GetRequiredValue(GlobalOptions.State).FullName;
        string? queries = arguments.GetValue(GlobalOptions.Queries)?.FullName;
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(terminal)
            .AddSingleton<ProgressDisplay>()
            .AddSingleton(_ => DatabaseHome.Open(address))
            .AddSingleton(services => services.GetRequiredService<DatabaseHome>().Options)
            .AddSingleton(_ => QueryCatalogue.Load(queries))
            .AddSingleton(services => ActivatorUtilities.CreateInstance<GraphConnection>(services, stop))
            .AddSingleton<GraphStore>()
            .AddSingleton<IGraphStore>(services => services.GetRequiredService<GraphStore>())
            .AddSingleton<EvidenceReader>()
            .AddSingleton<Publisher>()
            .AddSingleton<FactStatistics>()
            .AddSingleton<CypherRunner>()
            .AddSingleton<GraphQueries>()
            .AddSingleton(services => new StateFolder(state, services.GetRequiredService<GraphStore>()))
            .AddSingleton<Settler>()
            .AddSingleton(_ => new Resolver())
            .AddSingleton<IngestJob>()
            .AddSingleton<ResolveJob>();
        return builder.Build();
    }

    /// <summary>The database's address, an address or a folder, from the command line or else the environment; null if neither says.</summary>
    public static string? DatabaseOf(ParseResult arguments) =>
        arguments.GetValue(GlobalOptions.Database) ?? Environment.GetEnvironmentVariable(AddressVariable);
}
