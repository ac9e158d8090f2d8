using System.CommandLine;
using LinkGraph.Graph.Connection;
using LinkGraph.Hosting;

namespace LinkGraph.Commands;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Database { get; } = new("--database", "-d")
    {
        Description = $"A folder for the graph, or the address of a Neo4j 5, for example bolt://127.0.0.1:7687 (else {Composition.AddressVariable}, "
            + $"else ./{DatabaseHome.DefaultFolder}; user and password of a server by {DatabaseOptions.UserVariable} and {DatabaseOptions.PasswordVariable})",
        HelpName = "folder|address",
        Recursive = true,
    };

    public static Option<DirectoryInfo> State { get; } = new("--state")
    {
        Description = "Folder for what ingestion keeps beside the graph: prompt sketches, rejects, and a key where none is set",
        HelpName = "folder",
        DefaultValueFactory = _ => new DirectoryInfo("linkgraph-state"),
        Recursive = true,
    };

    public static Option<DirectoryInfo?> Queries { get; } = new("--queries")
    {
        Description = "Folder with statements of your own: evidence/NAME.cypher, publish/uses_FACET.cypher, investigate/NAME.cypher",
        HelpName = "folder",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Log what is done, and where errors come from", Recursive = true };
}
