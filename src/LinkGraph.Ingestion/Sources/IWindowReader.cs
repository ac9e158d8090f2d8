namespace LinkGraph.Ingestion.Sources;

/// <summary>Cuts a source into windows, one after the other.</summary>
internal interface IWindowReader : IAsyncDisposable
{
    /// <summary>The next window; null at the end.</summary>
    /// <param name="records">It ends after so many records, or earlier by the limit of bytes or the end of the source.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceDamagedException">The rest of the source cannot be read; what came before has been returned.</exception>
    ValueTask<RawWindow?> ReadAsync(int records, CancellationToken cancellationToken);
}

/// <summary>Bounds of a window and of a record.</summary>
/// <param name="WindowBytes">A window ends with the record that passes this.</param>
/// <param name="MaxRecordBytes">A longer record is rejected without being held in memory.</param>
internal sealed record WindowLimits(int WindowBytes, int MaxRecordBytes);

/// <summary>Where reading begins.</summary>
/// <param name="Position">Records to leave out.</param>
/// <param name="Offset">The same in bytes, where the source can be sought; else 0.</param>
internal readonly record struct StartAt(long Position, long Offset);

/// <summary>From here on the source cannot be read: a gzip stream that ends too early, for example.</summary>
internal sealed class SourceDamagedException(long line, string reason) : Exception(reason)
{
    public long Line { get; } = line;
}
