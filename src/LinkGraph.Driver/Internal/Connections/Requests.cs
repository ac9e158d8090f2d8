#nullable enable
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using Neo4j.Driver.Internal.Values;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>The messages of Bolt 5.0 to 5.4 that a client sends.</summary>
internal static class Requests
{
    /// <summary>From here on logging on is a message of its own.</summary>
    public static readonly BoltVersion LogonVersion = new(5, 1);

    private static readonly BoltVersion NotificationsVersion = new(5, 2);
    private static readonly BoltVersion BoltAgentVersion = new(5, 3);
    private static readonly BoltVersion TelemetryVersion = new(5, 4);

    public static void Hello(
        BoltConnection connection, IReadOnlyDictionary<string, object>? routing, AuthToken auth, ResponseHandler handler)
    {
        var fields = new Dictionary<string, object> { ["user_agent"] = connection.Config.UserAgent };
        if (routing is not null)
            fields["routing"] = routing;
        if (connection.Version >= BoltAgentVersion)
            fields["bolt_agent"] = BoltAgent.Fields;
        AddNotifications(fields, connection.Config.NotificationsConfig, connection.Version);
        if (connection.Version < LogonVersion)
        {
            foreach (var (key, value) in auth.Content)
                fields[key] = value;
        }
        Send(connection, RequestTag.Hello, fields, handler);
    }

    public static void Logon(BoltConnection connection, AuthToken auth, ResponseHandler handler)
    {
        var writer = connection.Begin(RequestTag.Logon, 1);
        ValueWriter.Write(writer, auth.Content);
        connection.Enqueue(handler);
    }

    public static void Logoff(BoltConnection connection, ResponseHandler handler) => Send(connection, RequestTag.Logoff, handler);

    public static void Reset(BoltConnection connection, ResponseHandler handler) => Send(connection, RequestTag.Reset, handler);

    public static void Commit(BoltConnection connection, ResponseHandler handler) => Send(connection, RequestTag.Commit, handler);

    public static void Rollback(BoltConnection connection, ResponseHandler handler) => Send(connection, RequestTag.Rollback, handler);

    public static void Begin(BoltConnection connection, TransactionFields transaction, ResponseHandler handler) =>
        Send(connection, RequestTag.Begin, transaction.ToFields(connection.Version), handler);

    /// <param name="transaction">Null inside a transaction.</param>
    public static void Run(BoltConnection connection, Query query, TransactionFields? transaction, ResponseHandler handler)
    {
        var writer = connection.Begin(RequestTag.Run, 3);
        try
        {
            writer.WriteString(query.Text);
            ValueWriter.WriteMap(writer, query.Parameters);
            ValueWriter.WriteMap(writer, transaction?.ToFields(connection.Version) ?? []);
        }
        catch
        {
            connection.Abandon();
            throw;
        }
        connection.Enqueue(handler);
    }

    /// <param name="records">How many; all if negative.</param>
    /// <param name="queryId">Which query of the transaction; the last one if negative.</param>
    public static void Pull(BoltConnection connection, long records, long queryId, ResponseHandler handler) =>
        Stream(connection, RequestTag.Pull, records, queryId, handler);

    /// <inheritdoc cref="Pull"/>
    public static void Discard(BoltConnection connection, long records, long queryId, ResponseHandler handler) =>
        Stream(connection, RequestTag.Discard, records, queryId, handler);

    public static void Route(
        BoltConnection connection, IReadOnlyDictionary<string, object> routing, Bookmarks bookmarks, string? database,
        string? impersonatedUser, ResponseHandler handler)
    {
        var writer = connection.Begin(RequestTag.Route, 3);
        ValueWriter.Write(writer, routing);
        ValueWriter.Write(writer, bookmarks.Values);
        var extra = new Dictionary<string, object>();
        if (!string.IsNullOrEmpty(database))
            extra["db"] = database;
        if (!string.IsNullOrEmpty(impersonatedUser))
            extra["imp_user"] = impersonatedUser;
        ValueWriter.Write(writer, extra);
        connection.Enqueue(handler);
    }

    /// <summary>Says which interface is used, if the server wants to know and the application lets it.</summary>
    /// <param name="known">Whether the server has been told by an attempt before this one.</param>
    /// <returns>The handler of the answer; null if nothing is sent.</returns>
    public static MetadataHandler? Telemetry(BoltConnection connection, TelemetryApi api, MetadataHandler? known = null)
    {
        if (known is { IsDone: true, Error: null }
            || connection.Version < TelemetryVersion || !connection.TelemetryWanted || connection.Config.TelemetryDisabled)
            return known;
        var writer = connection.Begin(RequestTag.Telemetry, 1);
        writer.WriteInteger((long)api);
        var handler = new MetadataHandler();
        connection.Enqueue(handler);
        return handler;
    }

    /// <exception cref="UnsupportedFeatureException">The server cannot filter notifications.</exception>
    internal static void AddNotifications(Dictionary<string, object> fields, INotificationsConfig? notifications, BoltVersion version)
    {
        if (notifications is not NotificationFilter filter)
            return;
        if (version < NotificationsVersion)
        {
            throw new UnsupportedFeatureException(
                $"Notifications can be configured from Bolt {NotificationsVersion} on; the server speaks {version}.");
        }
        if (filter.MinimumSeverity is not null)
            fields["notifications_minimum_severity"] = filter.MinimumSeverity;
        if (filter.DisabledCategories is not null)
            fields["notifications_disabled_categories"] = filter.DisabledCategories;
    }

    private static void Stream(BoltConnection connection, byte tag, long records, long queryId, ResponseHandler handler)
    {
        var writer = connection.Begin(tag, 1);
        writer.WriteMapHeader(queryId < 0 ? 1 : 2);
        writer.WriteString("n");
        writer.WriteInteger(records);
        if (queryId >= 0)
        {
            writer.WriteString("qid");
            writer.WriteInteger(queryId);
        }
        connection.Enqueue(handler);
    }

    private static void Send(BoltConnection connection, byte tag, ResponseHandler handler)
    {
        connection.Begin(tag, 0);
        connection.Enqueue(handler);
    }

    private static void Send(BoltConnection connection, byte tag, Dictionary<string, object> fields, ResponseHandler handler)
    {
        PackStreamWriter writer = connection.Begin(tag, 1);
        try
        {
            ValueWriter.Write(writer, fields);
        }
        catch
        {
            connection.Abandon();
            throw;
        }
        connection.Enqueue(handler);
    }
}
