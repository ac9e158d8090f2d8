using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Embedded;

internal sealed class EngineResult : IBoltResult
{
    private readonly CypherResult result;
    private readonly string database;
    private readonly IEnumerator<Value[]> rows;
    private Queue<Value[]>? ahead;
    private Value[] row = [];

    private EngineResult(CypherResult result, string database) => (this.result, this.database, rows) = (result, database, result.Rows().GetEnumerator());

    public IReadOnlyList<string> Fields => result.Columns;

    /// <summary>Whether it reads a transaction that writes, its own or another statement's.</summary>
    public bool ReadsOwnWrites => result.View is WriteTransaction;

    /// <summary>Whether all rows are computed.</summary>
    public bool IsComplete { get; private set; }

    public BoltSummary Summary => new()
    {
        Type = result.Type,
        Database = database,
        Statistics = SummaryMaps.Statistics(result.Counters),
        Plan = result is { Plan: { } plan, IsProfiled: false } ? SummaryMaps.Plan(plan, Fields) : null,
        Profile = result is { Plan: { } profile, IsProfiled: true } ? SummaryMaps.Plan(profile, Fields) : null,
    };

    /// <exception cref="BoltFailureException">The client promised only to read, and the statement writes.</exception>
    public static EngineResult Open(CypherResult result, string database, bool isReadOnly)
    {
        // EXPLAIN only tells what would be done.
        if (isReadOnly && result.Writes && (result.Plan is null || result.IsProfiled))
        {
            result.Dispose();
            throw new BoltFailureException(
                "Neo.ClientError.Statement.AccessMode", $"Writing in read access mode not allowed. Attempted write to {database}");
        }

        return new EngineResult(result, database);
    }

    public ValueTask<bool> NextAsync()
    {
        try
        {
            return new(Next());
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    public void WriteRow(PackStreamWriter writer)
    {
        try
        {
            writer.WriteListHeader(row.Length);
            foreach (var value in row)
            {
                EngineValueWriter.Write(writer, value, result.View);
            }
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    public ValueTask DiscardAsync()
    {
        try
        {
            ahead = null;
            if (result.Type != "r" || result.IsProfiled)
            {
                Finish();
            }

            return default;
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    /// <summary>Computes the rows that are left, and keeps them.</summary>
    /// <exception cref="CypherException">The statement fails; so for <see cref="Finish"/>.</exception>
    public void ReadAhead()
    {
        ahead ??= new Queue<Value[]>();
        while (Advance())
        {
            ahead.Enqueue(rows.Current);
        }
    }

    /// <summary>Computes the rows that are left, for what it writes.</summary>
    public void Finish()
    {
        while (Advance())
        {
        }
    }

    public ValueTask DisposeAsync()
    {
        rows.Dispose();
        result.Dispose();
        return default;
    }

    private bool Next()
    {
        if (ahead is { Count: > 0 })
        {
            row = ahead.Dequeue();
            return true;
        }

        if (!Advance())
        {
            return false;
        }

        row = rows.Current;
        return true;
    }

    private bool Advance()
    {
        if (!IsComplete)
        {
            IsComplete = !rows.MoveNext();
        }

        return !IsComplete;
    }
}
