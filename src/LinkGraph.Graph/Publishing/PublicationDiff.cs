using System.Collections;

namespace LinkGraph.Graph.Publishing;

/// <summary>What must be written to turn what is published into what is wanted; sorted, so that it is written in the same order whatever the run.</summary>
internal sealed class PublicationDiff
{
    private PublicationDiff()
    {
    }

    /// <summary>Operators to create or update, with their properties.</summary>
    public required List<(string Operator, IReadOnlyDictionary<string, object?> Properties)> Operators { get; init; }

    public required List<string> OperatorsEnded { get; init; }

    public required List<((string Account, string Operator) Key, double Confidence)> MembershipsBegun { get; init; }

    public required List<((string Account, string Operator) Key, double Confidence)> MembershipsChanged { get; init; }

    public required List<(string Account, string Operator)> MembershipsEnded { get; init; }

    public required List<((string From, string To) Key, LinkValue Value)> LinksAdded { get; init; }

    public required List<((string From, string To) Key, LinkValue Value)> LinksChanged { get; init; }

    public required List<(string From, string To)> LinksRemoved { get; init; }

    public required List<((string Operator, string Facet, string Fact) Key, UseValue Value)> Uses { get; init; }

    public required List<(string Operator, string Facet, string Fact)> UsesRemoved { get; init; }

    public required Publication Publication { get; init; }

    public static PublicationDiff Between(PublishedState published, PublishedState wanted)
    {
        var memberships = Set(published.Memberships, wanted.Memberships, ByOperator);
        var membershipsEnded = Gone(published.Memberships, wanted.Memberships, ByOperator);
        var touched = memberships.Select(row => row.Key.Operator).Concat(membershipsEnded.Select(key => key.Operator)).ToHashSet();
        var operators = wanted.Operators
            .Where(pair => touched.Contains(pair.Key)
                || !published.Operators.TryGetValue(pair.Key, out var before) || !AreEqual(before, pair.Value))
            .Select(pair => (pair.Key, pair.Value)).OrderBy(row => row.Key, StringComparer.Ordinal).ToList();
        var ended = published.Operators.Keys.Where(id => !wanted.Operators.ContainsKey(id)).Order(StringComparer.Ordinal).ToList();
        var links = Set(published.Links, wanted.Links, ByAccounts);
        var linksRemoved = Gone(published.Links, wanted.Links, ByAccounts);
        var uses = Set(published.Uses, wanted.Uses, ByFacet);
        var usesRemoved = Gone(published.Uses, wanted.Uses, ByFacet);
        var created = operators.Count(row => !published.Operators.ContainsKey(row.Key));
        return new PublicationDiff
        {
            Operators = operators,
            OperatorsEnded = ended,
            MembershipsBegun = memberships.FindAll(row => !published.Memberships.ContainsKey(row.Key)),
            MembershipsChanged = memberships.FindAll(row => published.Memberships.ContainsKey(row.Key)),
            MembershipsEnded = membershipsEnded,
            LinksAdded = links.FindAll(row => !published.Links.ContainsKey(row.Key)),
            LinksChanged = links.FindAll(row => published.Links.ContainsKey(row.Key)),
            LinksRemoved = linksRemoved,
            Uses = uses,
            UsesRemoved = usesRemoved,
            Publication = new Publication
            {
                OperatorsCreated = created,
                OperatorsUpdated = operators.Count - created,
                OperatorsEnded = ended.Count,
                MembershipsSet = memberships.Count,
                MembershipsEnded = membershipsEnded.Count,
                LinksSet = links.Count,
                LinksRemoved = linksRemoved.Count,
                UsesSet = uses.Count,
                UsesRemoved = usesRemoved.Count,
            },
        };
    }

    private static int ByOperator((string Account, string Operator) left, (string Account, string Operator) right) =>
        Chain(string.CompareOrdinal(left.Operator, right.Operator), string.CompareOrdinal(left.Account, right.Account));

    private static int ByAccounts((string From, string To) left, (string From, string To) right) =>
        Chain(string.CompareOrdinal(left.From, right.From), string.CompareOrdinal(left.To, right.To));

    private static int ByFacet((string Operator, string Facet, string Fact) left, (string Operator, string Facet, string Fact) right) =>
        Chain(
            string.CompareOrdinal(left.Facet, right.Facet),
            Chain(string.CompareOrdinal(left.Fact, right.Fact), string.CompareOrdinal(left.Operator, right.Operator)));

    private static int Chain(int first, int second) => first != 0 ? first : second;

    private static List<(TKey Key, TValue Value)> Set<TKey, TValue>(
        Dictionary<TKey, TValue> published, Dictionary<TKey, TValue> wanted, Comparison<TKey> order)
        where TKey : notnull
    {
        var rows = wanted.Where(pair => !published.TryGetValue(pair.Key, out var before) || !before!.Equals(pair.Value))
            .Select(pair => (pair.Key, pair.Value)).ToList();
        rows.Sort((left, right) => order(left.Key, right.Key));
        return rows;
    }

    private static List<TKey> Gone<TKey, TValue>(
        Dictionary<TKey, TValue> published, Dictionary<TKey, TValue> wanted, Comparison<TKey> order)
        where TKey : notnull
    {
        var keys = published.Keys.Where(key => !wanted.ContainsKey(key)).ToList();
        keys.Sort(order);
        return keys;
    }

    private static bool AreEqual(IReadOnlyDictionary<string, object?> published, IReadOnlyDictionary<string, object?> wanted) =>
        wanted.All(pair => AreEqual(published.GetValueOrDefault(pair.Key), pair.Value));

    private static bool AreEqual(object? published, object? wanted) => (published, wanted) switch
    {
        (null, null) => true,
        (IList left, IList right) => left.Cast<object>().SequenceEqual(right.Cast<object>()),
        _ => published is not null && published.Equals(wanted),
    };
}
