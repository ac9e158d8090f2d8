using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>How a driver behaves; set through <see cref="ConfigBuilder"/>.</summary>
public class Config
{
    /// <summary>No limit.</summary>
    public const int Infinite = -1;

    /// <summary>No limit of time.</summary>
    public static readonly TimeSpan InfiniteInterval = TimeSpan.FromMilliseconds(-1);

    private int _maxIdleConnectionPoolSize = Infinite;

    internal Config()
    {
    }

    /// <summary>TLS or not; the schemes <c>+s</c> and <c>+ssc</c> decide it by themselves.</summary>
    public EncryptionLevel EncryptionLevel => NullableEncryptionLevel ?? EncryptionLevel.None;

    internal EncryptionLevel? NullableEncryptionLevel { get; set; }

    public TrustManager TrustManager { get; internal set; }

    public INeo4jLogger Logger { get; internal set; } = NullLogger.Instance;

    /// <summary>How long a transaction function is tried again; 30 s unless set.</summary>
    public TimeSpan MaxTransactionRetryTime { get; internal set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many idle connections to a server are kept; all unless set.</summary>
    public int MaxIdleConnectionPoolSize
    {
        get => _maxIdleConnectionPoolSize == Infinite ? MaxConnectionPoolSize : _maxIdleConnectionPoolSize;
        internal set => _maxIdleConnectionPoolSize = value;
    }

    /// <summary>How many connections to a server there may be, in use or idle; 100 unless set.</summary>
    public int MaxConnectionPoolSize { get; internal set; } = 100;

    /// <summary>How long a session waits for a connection, new or idle; one minute unless set.</summary>
    public TimeSpan ConnectionAcquisitionTimeout { get; internal set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a new connection may take to be made; 30 s unless set.</summary>
    public TimeSpan ConnectionTimeout { get; internal set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections idle for longer are tried with a RESET before they are used; null, the default: never.</summary>
    public TimeSpan? ConnectionLivenessThreshold { get; internal set; }

    public bool SocketKeepAlive { get; internal set; } = true;

    /// <summary>Connections idle for longer are not used again; no limit unless set.</summary>
    public TimeSpan ConnectionIdleTimeout { get; internal set; } = InfiniteInterval;

    /// <summary>Connections older than this are not used again; one hour unless set.</summary>
    public TimeSpan MaxConnectionLifetime { get; internal set; } = TimeSpan.FromHours(1);

    public bool Ipv6Enabled { get; internal set; } = true;

    /// <summary>Gives the addresses to start routing from, instead of the one in the URI.</summary>
    public IServerAddressResolver Resolver { get; internal set; } = PassThroughResolver.Instance;

    /// <summary>How many records are asked for at a time; 1,000 unless set, <see cref="Infinite"/> for all.</summary>
    public long FetchSize { get; internal set; } = 1000;

    public string UserAgent { get; internal set; } = BoltAgent.DefaultUserAgent;

    /// <summary>Which notifications the server sends; null: what the server thinks best.</summary>
    public INotificationsConfig NotificationsConfig { get; internal set; }

    /// <summary>Whether the server is not told which of the driver's interfaces is used.</summary>
    public bool TelemetryDisabled { get; set; }

    /// <summary>The clock of timeouts and retries, for tests.</summary>
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
