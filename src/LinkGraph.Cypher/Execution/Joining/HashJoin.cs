using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>
/// Rows of two parts that do not know each other, where a value of the one equals a value of the other. The build side is read once and kept.
/// </summary>
internal sealed class HashJoin(Operator build, Operator probe, Evaluator buildKey, Evaluator probeKey, int[] buildSlots) : Operator
{
    public override string Name => "ValueHashJoin";

    public override IReadOnlyList<Operator> Inputs => [build, probe];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        using var saved = new SavedRows(state, buildSlots);
        Dictionary<Value, List<Value[]>>? table = null;
        foreach (var r in probe.Rows(state, row))
        {
            // Not before the first row: what comes before may write what is read here.
            table ??= Build(state, row, saved);
            var key = probeKey(state, row);
            if (key.IsNull || !table.TryGetValue(key, out var rows))
            {
                continue;
            }

            foreach (var kept in rows)
            {
                state.Check();
                saved.Restore(kept, row);
                if (ValueEquality.Equals(buildKey(state, row), key) == true)
                {
                    yield return r;
                }
            }
        }
    }

    private Dictionary<Value, List<Value[]>> Build(ExecutionState state, Value[] row, SavedRows saved)
    {
        var table = new Dictionary<Value, List<Value[]>>(EquivalenceComparer.Instance);
        foreach (var _ in build.Rows(state, row))
        {
            var key = buildKey(state, row);
            if (!key.IsNull)
            {
                if (!table.TryGetValue(key, out var rows))
                {
                    table.Add(key, rows = []);
                }

                rows.Add(saved.Copy(row));
            }
        }

        return table;
    }
}
