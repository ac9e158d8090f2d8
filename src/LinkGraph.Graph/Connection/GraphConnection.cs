using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Neo4j.Driver;
using Polly;
using Polly.Retry;

namespace LinkGraph.Graph.Connection;

/// <summary>A database: opens sessions, waits at start-up until the server answers. One for the whole program.</summary>
public sealed partial class GraphConnection : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly IDriver _driver;
    private readonly DatabaseOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenRegistration _stop;

    /// <summary>Makes a connection without using it yet.</summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="time">The clock, for waiting.</param>
    /// <param name="logger">Told of waiting.</param>
    /// <param name="stop">
    /// Ends every statement under way, however long it would take: a statement cannot be cancelled by the driver's interface, but a server
    /// whose client is gone rolls back. Nothing can be run afterwards.
    /// </param>
    public GraphConnection(DatabaseOptions options, TimeProvider time, ILogger<GraphConnection>? logger = null, CancellationToken stop = default)
    {
        _options = options;
        _time = time;
        _logger = logger ?? NullLogger<GraphConnection>.Instance;
        var credentials = options.User is null ? AuthTokens.None : AuthTokens.Basic(options.User, options.Password);
        _driver = GraphDatabase.Driver(options.Address, credentials);
        _stop = stop.Register(static driver => _ = ((IDriver)driver!).DisposeAsync().AsTask(), _driver);
    }

    /// <summary>Where the graph lives.</summary>
    public DatabaseOptions Options => _options;

    /// <summary>Returns when the server answers.</summary>
    /// <param name="patience">How long to wait for a server that does not.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Neo4jException">The last answer, when patience is over; at once where waiting cannot help (wrong password).</exception>
    public async Task VerifyAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = _time.GetUtcNow() + patience;
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } error && GraphErrors.IsUnavailable(error) && _time.GetUtcNow() < deadline),
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                OnRetry = arguments =>
                {
                    LogWaiting(_options.Address, arguments.AttemptNumber + 1, arguments.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        await pipeline.ExecuteAsync(async _ => await _driver.VerifyConnectivityAsync(), cancellationToken);
    }

    /// <summary>A session; the driver has one connection for each at a time.</summary>
    public IAsyncSession OpenSession(AccessMode mode) => _driver.AsyncSession(session =>
    {
        session.WithDefaultAccessMode(mode);
        if (_options.Database is not null)
            session.WithDatabase(_options.Database);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.DisposeAsync();
        await _driver.DisposeAsync();
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "{Address} does not answer yet (attempt {Attempt}); next attempt in {Seconds:0.0} s")]
    private partial void LogWaiting(Uri address, int attempt, double seconds);
}
