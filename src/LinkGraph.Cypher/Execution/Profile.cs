namespace LinkGraph.Cypher.Execution;

/// <summary>Rows by operator of one execution, for PROFILE.</summary>
internal sealed class Profile
{
    private readonly Dictionary<Operator, long> rows = new(ReferenceEqualityComparer.Instance);

    public long RowsOf(Operator of) => rows.GetValueOrDefault(of);

    public IEnumerable<Row> Count(Operator of, IEnumerable<Row> run)
    {
        rows.TryAdd(of, 0);
        foreach (var row in run)
        {
            rows[of]++;
            yield return row;
        }
    }
}
