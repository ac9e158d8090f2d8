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
        List<T> layer = [];
        List<T> later = [];
        T? last = null;
        foreach (T row in rows)
        {
            if (last is null || !keyOf(row).Equals(keyOf(last)))
            {
                layer.Add(row);
            }
            else if (!row.Equals(last))
            {
                later.Add(row);
            }
            last = row;
        }
        batches.Add(layer.ToArray(), put);
        if (later.Count > 0)
        {
            batches.EndBatch();
            Add(batches, later, keyOf, order, put);
        }
    }
}
