namespace LinkGraph.Resolution.Evaluation;

/// <summary>The judged accounts as numbers: by account its cluster, entity and operator (-1: honest), by cluster its size and fakes.</summary>
internal sealed record Judged(int[] Cluster, int[] Entity, int[] Operator, int[] ClusterSize, int[] Fakes)
{
    public int Count => Cluster.Length;

    public static Judged From(IReadOnlyList<TruthRow> truth, IReadOnlyDictionary<string, string> assignments)
    {
        var (clusters, entities, operators) = (new Numbering(), new Numbering(), new Numbering());
        var accounts = new HashSet<string>(truth.Count, StringComparer.Ordinal);
        int alone = 0;
        int[] cluster = new int[truth.Count], entity = new int[truth.Count], operatorOf = new int[truth.Count];
        for (int i = 0; i < truth.Count; i++)
        {
            var row = truth[i];
            if (!accounts.Add(row.Account))
                throw new ArgumentException($"The truth names account '{row.Account}' twice.", nameof(truth));
            cluster[i] = assignments.TryGetValue(row.Account, out string? id) ? clusters.Of(id) : -1 - alone++;
            entity[i] = entities.Of(row.Entity);
            operatorOf[i] = row.Operator is null ? -1 : operators.Of(row.Operator);
        }
        var (size, fake) = (new int[clusters.Count + alone], new int[clusters.Count + alone]);
        for (int i = 0; i < truth.Count; i++)
        {
            if (cluster[i] < 0)
                cluster[i] = clusters.Count - 1 - cluster[i];
            size[cluster[i]]++;
            fake[cluster[i]] += operatorOf[i] >= 0 ? 1 : 0;
        }
        return new Judged(cluster, entity, operatorOf, size, fake);
    }

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int Count => _numbers.Count;

        public int Of(string name)
        {
            if (!_numbers.TryGetValue(name, out int number))
                _numbers.Add(name, number = _numbers.Count);
            return number;
        }
    }
}
