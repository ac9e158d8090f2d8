#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>One server, for <c>bolt://</c>.</summary>
internal sealed class DirectProvider : IConnectionProvider, IConnectionErrors
{
    private readonly ConnectionPool _pool;
    private readonly Config _config;
    private volatile bool _closed;

    public DirectProvider(Uri uri, ConnectionFactory factory, Config config)
    {
        _config = config;
        _pool = new ConnectionPool(ServerAddress.From(uri), factory, config);
    }

    public bool IsClosed => _closed;

    public Task<BoltConnection> AcquireAsync(Destination destination) => Acquisition.RunAsync(_config, async timeout =>
    {
        var connection = await _pool.AcquireAsync(destination.Auth, timeout).ConfigureAwait(false);
        connection.Errors = this;
        connection.Mode = destination.Mode;
        connection.Database = destination.Database;
        return connection;
    });

    public Exception Translate(Exception error, BoltConnection connection)
    {
        if (error is AuthorizationException)
            connection.Pool?.MarkStale();
        else if (error is TokenExpiredException)
            connection.IsStale = true;
        return error;
    }

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return _pool.DisposeAsync();
    }
}
