using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Something that gives records of one kind.</summary>
internal abstract class Source(string name, string place, RecordSchema schema) : IAsyncDisposable
{
    /// <summary>So many bytes of the beginning tell one source from another.</summary>
    public const int HeadBytes = 4096;

    /// <summary>Under which its checkpoint is kept.</summary>
    public string Name { get; } = name;

    /// <summary>What people call it: the path of a file.</summary>
    public string Place { get; } = place;

    public RecordSchema Schema { get; } = schema;

    public RecordKind Kind => Schema.Kind;

    /// <summary>Size of the input in bytes, for progress; null where it is not known.</summary>
    public virtual long? Length => null;

    /// <summary>True where <see cref="StartAt.Offset"/> can be used, and the end is known to be <see cref="Length"/>.</summary>
    public virtual bool CanSeek => false;

    /// <summary>The first <see cref="HeadBytes"/> bytes of its content, fewer if there are no more. Also the test that it can be read at all.</summary>
    /// <exception cref="IngestionException">It cannot be read.</exception>
    public abstract ValueTask<byte[]> ReadHeadAsync(CancellationToken cancellationToken);

    public abstract ValueTask<IWindowReader> OpenAsync(StartAt start, WindowLimits limits, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
