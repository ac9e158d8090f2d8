using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Total orders of rows, by their key first (mostly it decides), so that a window's batches do not depend on the order of its records.</summary>
internal static class RowOrder
{
    public static int Accounts(AccountRow a, AccountRow b) => Text(a.Id, b.Id) is not 0 and var byKey ? byKey : First(
        a.CreatedAt.CompareTo(b.CreatedAt), Text(a.EmailKey, b.EmailKey), Text(a.EmailDomain, b.EmailDomain),
        Text(a.EmailShape, b.EmailShape), Text(a.Country, b.Country), Text(a.OrgId, b.OrgId), Nullable.Compare(a.Status, b.Status),
        Nullable.Compare(a.StatusAt, b.StatusAt));

    public static int Payments(PaymentRow a, PaymentRow b) => Text(a.Fingerprint, b.Fingerprint) is not 0 and var byKey ? byKey : First(
        Text(a.Account, b.Account), Text(a.Kind, b.Kind), Text(a.Bin, b.Bin), Text(a.Country, b.Country),
        Nullable.Compare(a.Seen?.First, b.Seen?.First), Nullable.Compare(a.Seen?.Last, b.Seen?.Last));

    public static int Networks(NetworkRow a, NetworkRow b) => Text(a.Network, b.Network) is not 0 and var byKey ? byKey : First(
        Text(a.ProxyId, b.ProxyId), Text(a.Kind, b.Kind), Nullable.Compare(a.Confidence, b.Confidence));

    public static int Models(ModelRow a, ModelRow b) => First(Text(a.Id, b.Id), a.ReleasedAt.CompareTo(b.ReleasedAt));

    public static int Attributes(AttributeRow a, AttributeRow b) => First(Text(a.Id, b.Id), Text(a.Account, b.Account));

    private static int Text(string? a, string? b) => string.CompareOrdinal(a, b);

    private static int First(params ReadOnlySpan<int> comparisons)
    {
        int at = comparisons.IndexOfAnyExcept(0);
        return at < 0 ? 0 : comparisons[at];
    }
}
