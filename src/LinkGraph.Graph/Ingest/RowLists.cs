using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.Graph.Ingest;

/// <summary>
/// Rows as the statements of cypher/ingest/ take them: lists in the order their headers name. Lists, because a map repeats its keys in
/// every row and is looked up by name (measured: .6 of the time).
/// </summary>
internal static class RowLists
{
    public static object Of(AccountRow row) => new object?[]
    {
        row.Id, Utc(row.CreatedAt), row.EmailKey, row.EmailDomain, row.EmailShape, row.Country, row.OrgId, Word(row.Status), Utc(row.StatusAt),
    };

    public static object Of(ActivityRow row) => new object?[]
    {
        row.Account, row.Exchanges, row.InputTokens, row.OutputTokens, Utc(row.Seen.First), Utc(row.Seen.Last),
    };

    public static object Of(PaymentRow row) => new object?[]
    {
        row.Account, row.Fingerprint, row.Kind, row.Bin, row.Country, Utc(row.Seen?.First), Utc(row.Seen?.Last),
    };

    public static object Of(UseRow row) => new object?[] { row.Account, row.Fact, row.Count, Utc(row.Seen.First), Utc(row.Seen.Last) };

    public static object Of(WindowRow row) => new object?[] { row.Account, Utc(row.Start), row.Count };

    public static object Of(NetworkRow row) => new object?[] { row.Network, row.ProxyId, row.Kind, row.Confidence };

    public static object Of(ModelRow row) => new object?[] { row.Id, Utc(row.ReleasedAt) };

    public static object Of(AttributeRow row) => new object?[]
    {
        row.Account, row.Id, row.Attribute.Field, row.Attribute.Kind.ToString().ToLowerInvariant(), row.Attribute.Value,
    };

    public static object Of(SentRow row) => new object?[] { row.Account, row.Signature, row.Count, Utc(row.Seen.First), Utc(row.Seen.Last) };

    public static object Of(PromptTotalsRow row) => new object?[] { row.Account, row.Prompts, row.OwnPrompts };

    private static string? Word(AccountStatus? status) => status switch
    {
        null => null,
        AccountStatus.Active => "active",
        AccountStatus.Suspended => "suspended",
        AccountStatus.Banned => "banned",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    // One offset for all: times that are equal must be equal in the graph, whatever offset a record wrote them with.
    private static DateTimeOffset Utc(DateTimeOffset time) => time.ToUniversalTime();

    private static DateTimeOffset? Utc(DateTimeOffset? time) => time?.ToUniversalTime();
}
