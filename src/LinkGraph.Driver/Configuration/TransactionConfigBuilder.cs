namespace Neo4j.Driver;

/// <summary>Sets how a transaction behaves.</summary>
public sealed class TransactionConfigBuilder
{
    private readonly TransactionConfig _config;

    internal TransactionConfigBuilder(TransactionConfig config) => _config = config;

    internal TransactionConfig Build() => _config;

    /// <param name="timeout">Null: the server's own setting; zero: never.</param>
    public TransactionConfigBuilder WithTimeout(TimeSpan? timeout)
    {
        if (timeout is { } value && value != TimeSpan.MaxValue)
        {
            if (value < TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The timeout must not be negative.");
            // The wire has whole milliseconds; a fraction must not become zero, which means never.
            if (value.Ticks % TimeSpan.TicksPerMillisecond != 0)
                timeout = TimeSpan.FromMilliseconds(value.Ticks / TimeSpan.TicksPerMillisecond + 1);
        }
        _config.Timeout = timeout;
        return this;
    }

    public TransactionConfigBuilder WithMetadata(IDictionary<string, object> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        _config.Metadata = metadata;
        return this;
    }
}
