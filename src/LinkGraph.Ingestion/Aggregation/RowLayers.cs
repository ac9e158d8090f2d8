using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>
/// Several records of a window may say something of the same key. Equal ones are one row; rows that differ go to different batches,
/// so that the graph merges them by its one rule for conflicts and a window needs no second one.
/// </summary>
internal static class RowLayers
{
    public static void Add<T, TKey>(
        BatchCutter batches, List<T> rows, Func<T, TKey> keyOf, Comparison<T> order, Func<IngestBatch, IReadOnlyList<T>, IngestBatch> put)
        where T : class, IEquatable<T>
        where TKey : IEquatable<TKey>
    {
        rows.Sort(order);
        // The first rows of all keys, the second rows, and so on: a window may be one key's from begin to end.
        List<List<T>> layers = [[]];
        int depth = 0;
        T? last = null;
        foreach (T row in rows)
        {
            if (last is null || !keyOf(row).Equals(keyOf(last)))
            {
                depth = 0;
            }
            else if (row.Equals(last))
            {
                continue;
            }
            else if (++depth == layers.Count)
            {
                layers.Add([]);
            }
            layers[depth].Add(row);
            last = row;
        }
        for (int layer = 0; layer < layers.Count; layer++)
        {
            if (layer > 0)
            {
                batches.EndBatch();
            }
            batches.Add(layers[layer].ToArray(), put);
        }
    }
}
