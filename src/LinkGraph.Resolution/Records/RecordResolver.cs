using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Outcomes;

namespace LinkGraph.Resolution.Records;

/// <summary>
/// Records with errors (names, addresses, titles) that mean the same: candidates by shared keys, a model of likeness learnt without
/// labels, clusters by the mean over their pairs.
/// </summary>
internal static class RecordResolver
{
    /// <summary>The facet whose facts are attributes.</summary>
    public const string FacetName = "attribute";

    /// <summary>Bits of links are rounded to so many digits.</summary>
    private const int Digits = 2;

    /// <summary>Adds to the operators the entities that attributes show, of accounts that no operator has. Without attributes nothing changes.</summary>
    /// <exception cref="ArgumentException">A fact is no attribute.</exception>
    public static Model.Operators.ResolvedOperators Extend(
        Model.Operators.ResolvedOperators found, EvidenceSet evidence, ResolutionSettings settings, Action<string>? trace,
        CancellationToken cancellationToken)
    {
        if (evidence.Facets.FirstOrDefault(facet => facet.Definition is { Name: FacetName, Role: Role.Compares }) is not { Facts.Length: > 0 } facet)
        {
            return found;
        }

        var records = RecordTable.Build(facet, evidence.AccountIds.Length);
        var (clusters, model) = Resolve(records, settings, trace, cancellationToken);
        var taken = found.Operators.SelectMany(entity => entity.Members).Select(member => member.Account).ToHashSet(StringComparer.Ordinal);
        var entities = new List<Operator>(found.Operators);
        foreach (var cluster in clusters)
        {
            var free = Array.FindAll(cluster, record => !taken.Contains(evidence.AccountIds[records.Accounts[record]]));
            if (free.Length > 1)
            {
                entities.Add(Describe(free, records, model, evidence.AccountIds, settings));
            }
        }

        entities.Sort((x, y) => x.Members.Count != y.Members.Count ? y.Members.Count.CompareTo(x.Members.Count) : string.CompareOrdinal(x.Id, y.Id));
        return new Model.Operators.ResolvedOperators(entities);
    }

    /// <summary>Clusters of records, and the model that they were made with.</summary>
    public static (List<int[]> Clusters, LinkageModel Model) Resolve(
        RecordTable records, ResolutionSettings settings, Action<string>? trace, CancellationToken cancellationToken)
    {
        trace?.Invoke($"{records.Count} records, {records.Fields.Length} fields, {records.Words.Count} words");
        var pairs = Candidates.Find(records, settings, cancellationToken);
        var comparison = new Comparison(records);
        var model = LinkageModel.Learn(records, comparison, pairs, settings, cancellationToken);
        trace?.Invoke($"{pairs.Length} pairs of records, of which {model.Share:p1} are the same");
        var bits = new double[pairs.Length];
        Ranges.For(pairs.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                bits[i] = model.Bits(pairs[i].A, pairs[i].B);
            }
        }, cancellationToken);
        var clusters = Clusters.Find(records.Count, pairs, bits, model.Bits, settings, cancellationToken);
        trace?.Invoke($"{clusters.Count} clusters of records");
        return (clusters, model);
    }

    private static Operator Describe(int[] cluster, RecordTable records, LinkageModel model, string[] accounts, ResolutionSettings settings)
    {
        var (sums, best) = (new double[cluster.Length], new int[cluster.Length]);
        var most = new double[cluster.Length];
        Array.Fill(most, double.NegativeInfinity);
        for (var i = 0; i < cluster.Length; i++)
        {
            for (var j = i + 1; j < cluster.Length; j++)
            {
                var bits = model.Bits(cluster[i], cluster[j]);
                foreach (var (one, other) in ((int, int)[])[(i, j), (j, i)])
                {
                    sums[one] += Math.Clamp(bits, -settings.LeastPairBits, settings.MostPairBits);
                    (most[one], best[one]) = bits > most[one] ? (bits, other) : (most[one], best[one]);
                }
            }
        }

        var members = cluster.Select((record, i) => new Membership(
            accounts[records.Accounts[record]], Math.Round(1 / (1 + Math.Pow(2, -sums[i] / (cluster.Length - 1))), 4))).ToList();
        var links = Enumerable.Range(0, cluster.Length).Select(i => (A: Math.Min(i, best[i]), B: Math.Max(i, best[i]))).Distinct().Order()
            .Select(pair => new Link(
                members[pair.A].Account, members[pair.B].Account, Math.Round(model.Bits(cluster[pair.A], cluster[pair.B]), Digits),
                model.Alike(cluster[pair.A], cluster[pair.B]))).ToList();
        var standing = new Standing(new SortedDictionary<Family, double>(), [Family.Identity]);
        return new Operator(
            OperatorId.Of(members[0].Account), EntityKind.Operator, members, Math.Round(members.Average(member => member.Confidence), 4), standing,
            Uses(cluster, records, settings), links);
    }

    /// <summary>Values that two members or more have, by how many have them and how rare they are, most telling first.</summary>
    private static List<FactUse> Uses(int[] cluster, RecordTable records, ResolutionSettings settings) =>
        records.Fields
            .SelectMany(field => cluster.SelectMany(record => field.Of.Of(record).ToArray()).CountBy(value => value)
                .Where(use => use.Value > 1)
                .Select(use => (
                    Fact: field.Values[use.Key].Fact, Members: use.Value,
                    Lift: use.Value / (double)cluster.Length / (field.Having[use.Key] / (double)records.Count))))
            .Where(use => use.Lift > 1)
            .OrderByDescending(use => use.Members * Math.Log2(use.Lift)).ThenBy(use => use.Fact, StringComparer.Ordinal)
            .Take(settings.UsesPerOperator)
            .Select(use => new FactUse(FacetName, use.Fact, use.Members, Math.Round(use.Members / (double)cluster.Length, 4), Math.Round(use.Lift, 2)))
            .ToList();
}
