namespace LinkGraph.Ingestion.Sources;

/// <summary>What became of reading one record of a window.</summary>
internal enum ReadOutcome
{
    Record,

    /// <summary>An empty line: it has a place but is no record.</summary>
    Blank,

    /// <summary>Not a record; the fault is in the raw record.</summary>
    Malformed,
}

/// <summary>A deterministic range of a source's records, raw. Reading it is safe on any one thread; disposing it gives its buffers back.</summary>
internal abstract class RawWindow : IDisposable
{
    /// <summary>Position of the first record in the source, from 0.</summary>
    public required long FirstRecord { get; init; }

    /// <summary>Records in the window, blank lines included.</summary>
    public required int Count { get; init; }

    /// <summary>Bytes of the source's beginning up to the window's end, where the source can be sought; else 0.</summary>
    public long EndOffset { get; init; }

    /// <summary>Bytes of the source consumed so far, for progress only.</summary>
    public long InputPosition { get; init; }

    /// <summary>Position after the window.</summary>
    public long EndRecord => FirstRecord + Count;

    public abstract ReadOutcome Read(int index, RawRecord record);

    /// <summary>Line of a record, from 1, as an editor or the database counts.</summary>
    public virtual long LineOf(int index) => FirstRecord + index + 1;

    public abstract void Dispose();
}
