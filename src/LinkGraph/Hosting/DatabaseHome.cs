using LinkGraph.Embedded;
using LinkGraph.Graph.Connection;
using Microsoft.Extensions.Logging;

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
        catch (DatabaseInUseException other) when (other.Address is { } address)
        {
            return new DatabaseHome(other.User is { } user
                ? new DatabaseOptions(address, user, File.ReadAllText(Embedded.PasswordFile.PathIn(folder)).Trim())
                : new DatabaseOptions(address));
        }
    }

    /// <summary>Opens a folder for others to use.</summary>
    /// <param name="database">The folder; the default one if null.</param>
    /// <param name="options">Where it listens and whom it lets in.</param>
    /// <param name="logger">Hears of clients that are sent away.</param>
    public static DatabaseHome Serve(string? database, EmbeddedDatabaseOptions options, ILogger logger)
    {
        string folder = FolderOf(database);
        return Of(folder, EmbeddedDatabase.Open(folder, options, logger), options.IsOpen);
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
