using System.Security.Cryptography.X509Certificates;
using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Sets how a driver behaves.</summary>
public sealed class ConfigBuilder
{
    private readonly Config _config;

    internal ConfigBuilder(Config config) => _config = config;

    internal Config Build() => _config;

    public ConfigBuilder WithEncryptionLevel(EncryptionLevel level) => Set(() => _config.NullableEncryptionLevel = level);

    public ConfigBuilder WithTrustManager(TrustManager manager) => Set(() => _config.TrustManager = manager);

    /// <exception cref="ArgumentException">A list where the rule takes none, or none where it takes one.</exception>
    public ConfigBuilder WithCertificateTrustRule(
        CertificateTrustRule certificateTrustRule, IReadOnlyList<X509Certificate2> trustedCaCertificates = null)
    {
        var wantsList = certificateTrustRule == CertificateTrustRule.TrustList;
        if (wantsList != trustedCaCertificates is { Count: > 0 })
        {
            throw new ArgumentException(
                $"{certificateTrustRule} {(wantsList ? "needs" : "takes no")} {nameof(trustedCaCertificates)}.",
                nameof(trustedCaCertificates));
        }
        return WithTrustManager(certificateTrustRule switch
        {
            CertificateTrustRule.TrustSystem => TrustManager.CreateChainTrust(),
            CertificateTrustRule.TrustList => TrustManager.CreateCertTrust(trustedCaCertificates),
            CertificateTrustRule.TrustAny => TrustManager.CreateInsecure(),
            _ => throw new ArgumentOutOfRangeException(nameof(certificateTrustRule), certificateTrustRule, null),
        });
    }

    public ConfigBuilder WithLogger(INeo4jLogger logger) => Set(() => _config.Logger = logger ?? NullLogger.Instance);

    public ConfigBuilder WithMaxIdleConnectionPoolSize(int size) => Set(() => _config.MaxIdleConnectionPoolSize = size);

    public ConfigBuilder WithMaxConnectionPoolSize(int size) => Set(() => _config.MaxConnectionPoolSize = size);

    public ConfigBuilder WithConnectionAcquisitionTimeout(TimeSpan timeSpan) =>
        Set(() => _config.ConnectionAcquisitionTimeout = timeSpan);

    public ConfigBuilder WithConnectionTimeout(TimeSpan timeSpan) => Set(() => _config.ConnectionTimeout = timeSpan);

    public ConfigBuilder WithSocketKeepAliveEnabled(bool enable) => Set(() => _config.SocketKeepAlive = enable);

    public ConfigBuilder WithMaxTransactionRetryTime(TimeSpan time) => Set(() => _config.MaxTransactionRetryTime = time);

    public ConfigBuilder WithConnectionIdleTimeout(TimeSpan timeSpan) => Set(() => _config.ConnectionIdleTimeout = timeSpan);

    public ConfigBuilder WithMaxConnectionLifetime(TimeSpan timeSpan) => Set(() => _config.MaxConnectionLifetime = timeSpan);

    public ConfigBuilder WithConnectionLivenessThreshold(TimeSpan? timeSpan)
    {
        if (timeSpan < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(timeSpan), timeSpan, "The threshold must not be negative.");
        return Set(() => _config.ConnectionLivenessThreshold = timeSpan);
    }

    public ConfigBuilder WithIpv6Enabled(bool enable) => Set(() => _config.Ipv6Enabled = enable);

    public ConfigBuilder WithResolver(IServerAddressResolver resolver) =>
        Set(() => _config.Resolver = resolver ?? PassThroughResolver.Instance);

    public ConfigBuilder WithFetchSize(long size)
    {
        FetchSizes.Check(size);
        return Set(() => _config.FetchSize = size);
    }

    public ConfigBuilder WithUserAgent(string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        return Set(() => _config.UserAgent = userAgent);
    }

    /// <param name="minimumSeverity">Null: what the server thinks best.</param>
    /// <param name="disabledCategories">Null: what the server thinks best; empty: none.</param>
    public ConfigBuilder WithNotifications(Severity? minimumSeverity, Category[] disabledCategories) =>
        Set(() => _config.NotificationsConfig = NotificationFilter.From(minimumSeverity, disabledCategories));

    public ConfigBuilder WithNotificationsDisabled() => Set(() => _config.NotificationsConfig = NotificationFilter.Off);

    public ConfigBuilder WithTelemetryDisabled() => Set(() => _config.TelemetryDisabled = true);

    /// <summary>The clock of timeouts and retries, for tests.</summary>
    internal ConfigBuilder WithTimeProvider(TimeProvider time) => Set(() => _config.TimeProvider = time);

    private ConfigBuilder Set(Action set)
    {
        set();
        return this;
    }
}
