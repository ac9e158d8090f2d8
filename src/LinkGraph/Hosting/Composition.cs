using System.CommandLine;
using LinkGraph.Commands;
using LinkGraph.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Hosting;

/// <summary>Puts the parts together for one invocation.</summary>
internal static class Composition
{
    public static IHost Build(ParseResult arguments, Terminal terminal)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "linkgraph" });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddProvider(new TerminalLoggerProvider(terminal));
        builder.Logging.SetMinimumLevel(arguments.GetValue(GlobalOptions.Verbose) ? LogLevel.Debug : LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(terminal);
        builder.Services.AddSingleton<ProgressDisplay>();
        builder.Services.AddSingleton(Database(arguments, builder.Configuration));
        return builder.Build();
    }

    private static DatabaseOptions Database(ParseResult arguments, ConfigurationManager environment) => new()
    {
        Address = DatabaseOptions.Parse(arguments.GetValue(GlobalOptions.Database) ?? environment[DatabaseOptions.AddressVariable]),
        User = environment[DatabaseOptions.UserVariable],
        Password = environment[DatabaseOptions.PasswordVariable],
    };
}
