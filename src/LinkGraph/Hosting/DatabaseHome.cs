using System.Net;
using LinkGraph.Bolt.Server;
using LinkGraph.Embedded;
using LinkGraph.Graph.Connection;
using LinkGraph.Storage;

namespace LinkGraph.Hosting;

/// <summary>
/// Where the graph of an invocation lives: a server that is running, or a folder, whose database then runs in this process. A folder that another
/// process has open is reached through that one.
/// </summary>
internal sealed class DatabaseHome : IAsyncDisposable
{
    public const string DefaultFolder = "linkgraph-data";

    private readonly EmbeddedDatabase? _database;

    private DatabaseHome(DatabaseOptions options, string? folder = null, EmbeddedDatabase? database = null) =>
        (Options, Folder, _database) = (options, folder, database);

    /// <summary>How to get in.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>Null for a server.</summary>
    public string? Folder { get; }

    public string? PasswordFile => Folder is null ? null : Embedded.PasswordFile.PathIn(Folder);

    /// <summary>An address begins with a scheme; everything else is a folder.</summary>
    public static bool IsAddress(string? database) => database?.Contains("://", StringComparison.Ordinal) == true;

    /// <exception cref="UsageException">It is no address of a graph database.</exception>
    public static DatabaseHome Open(string? database)
    {
        if (IsAddress(database))
        {
            try
            {
                return new DatabaseHome(DatabaseOptions.Parse(database!));
            }
            catch (FormatException exception)
            {
                throw new UsageException(exception.Message);
            }
        }

        string folder = FolderOf(database);
        try
        {
            return Of(folder, EmbeddedDatabase.Open(folder), isOpen: false);
        }
        catch (StorageException error) when (error.Error == StorageError.FolderInUse && GraphStore.AnnouncedIn(folder) is { } announced)
        {
            string[] parts = announced.Split(' ');
            return new DatabaseHome(parts.Length > 1
                ? new DatabaseOptions(new Uri(parts[0]), parts[1], File.ReadAllText(Embedded.PasswordFile.PathIn(folder)).Trim())
                : new DatabaseOptions(new Uri(parts[0])));
        }
    }

    /// <summary>Opens a folder for others to use.</summary>
    /// <param name="database">The folder; the default one if null.</param>
    /// <param name="port">On the loopback address; 0 for any that is free.</param>
    /// <param name="isOpen">Let everybody on this machine in.</param>
    public static DatabaseHome Serve(string? database, int port, bool isOpen)
    {
        string folder = FolderOf(database);
        var options = new EmbeddedDatabaseOptions { IsOpen = isOpen, Server = new BoltServerOptions { EndPoint = new IPEndPoint(IPAddress.Loopback, port) } };
        return Of(folder, EmbeddedDatabase.Open(folder, options), isOpen);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static DatabaseHome Of(string folder, EmbeddedDatabase opened, bool isOpen) => new(
        isOpen ? new DatabaseOptions(opened.Address) : new DatabaseOptions(opened.Address, opened.User, opened.Password), folder, opened);

    private static string FolderOf(string? database) => string.IsNullOrWhiteSpace(database) ? DefaultFolder : database;
}
