namespace LinkGraph.Ingestion.Rejects;

/// <summary>Stops a source of which too much is rejected: it is probably not what it was taken for.</summary>
internal sealed class RejectLimit(double maxShare, int tolerated)
{
    private long _records;
    private long _rejected;

    /// <summary>Counts a window, before anything of it is written.</summary>
    /// <exception cref="IngestionException">The limit is passed.</exception>
    public void Check(string place, int records, IReadOnlyList<Reject> rejects, string? rejectsFile)
    {
        _records += records;
        _rejected += rejects.Count;
        if (_rejected <= tolerated || _rejected <= maxShare * _records)
        {
            return;
        }
        Reject last = rejects[^1];
        string field = last.Field is null ? "" : $"{last.Field}: ";
        string where = rejectsFile is null ? "" : $" All rejects are in {rejectsFile}.";
        throw new IngestionException(
            $"{place}: {_rejected} of {_records} records were rejected, more than the limit of {maxShare:P1}; the last one is line {last.Line} "
            + $"({field}{last.Reason}). Nothing of these records was written.{where} Mend the source or raise the limit, and run again.");
    }
}
