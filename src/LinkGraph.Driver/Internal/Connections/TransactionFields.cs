#nullable enable
using LinkGraph.Bolt.Handshake;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>What BEGIN, or RUN outside a transaction, says about the transaction.</summary>
internal sealed class TransactionFields
{
    public required AccessMode Mode { get; init; }

    public required TransactionConfig Config { get; init; }

    public required Bookmarks Bookmarks { get; init; }

    public string? Database { get; init; }

    public string? ImpersonatedUser { get; init; }

    public INotificationsConfig? Notifications { get; init; }

    public Dictionary<string, object> ToFields(BoltVersion version)
    {
        var fields = new Dictionary<string, object>();
        if (Bookmarks.Values.Length > 0)
            fields["bookmarks"] = Bookmarks.Values;
        if (Config.Timeout is { } timeout)
            fields["tx_timeout"] = (long)Math.Min(timeout.TotalMilliseconds, long.MaxValue);
        if (Config.Metadata is { Count: > 0 } metadata)
            fields["tx_metadata"] = metadata;
        if (Mode == AccessMode.Read)
            fields["mode"] = "r";
        if (!string.IsNullOrEmpty(Database))
            fields["db"] = Database;
        if (!string.IsNullOrEmpty(ImpersonatedUser))
            fields["imp_user"] = ImpersonatedUser;
        Requests.AddNotifications(fields, Notifications, version);
        return fields;
    }
}
