namespace LinkGraph.Ingestion.Sources;

/// <summary>A file of records.</summary>
internal sealed class FileSource(string name, string path, RecordSchema schema, SourceFormat format) : Source(name, path, schema)
{
    private static readonly WindowLimits HeaderLimits = new(1 << 20, 1 << 16);
    private readonly string _path = path;
    private bool _plain;

    public override long? Length => new FileInfo(_path).Length;

    public override bool CanSeek => _plain && format == SourceFormat.Ndjson;

    public override async ValueTask<byte[]> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream file = OpenFile();
            (Stream content, _plain) = await ContentStream.OpenAsync(file, cancellationToken);
            await using (content)
            {
                byte[] head = await ContentStream.ReadUpToAsync(content, HeadBytes, cancellationToken);
                await CheckAsync(head, cancellationToken);
                return head;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"{Place}: cannot be read: {e.Message}", e);
        }
    }

    public override async ValueTask<IWindowReader> OpenAsync(StartAt start, WindowLimits limits, CancellationToken cancellationToken)
    {
        FileStream file = OpenFile();
        if (format == SourceFormat.Parquet)
        {
            return await ParquetWindowReader.OpenAsync(this, file, start.Position, limits, () => file.Position, cancellationToken);
        }
        if (CanSeek && start.Offset > 0)
        {
            SeekBehindLine(file, start.Offset);
            return new NdjsonReader(file, Schema, limits, start with { Offset = file.Position }, () => file.Position);
        }
        (Stream content, _) = await ContentStream.OpenAsync(file, cancellationToken);
        return await TextReaders.OpenAsync(this, content, format, start.Position, limits, () => file.Position, cancellationToken);
    }

    /// <summary>What has columns must have the right ones, before anything of any source is written.</summary>
    private async ValueTask CheckAsync(byte[] head, CancellationToken cancellationToken)
    {
        if (format == SourceFormat.Csv)
        {
            await CsvWindowReader.CheckAsync(this, head, HeaderLimits, cancellationToken);
        }
        else if (format == SourceFormat.Parquet)
        {
            await using IWindowReader _ = await OpenAsync(default, HeaderLimits, cancellationToken);
        }
    }

    private FileStream OpenFile() =>
        new(_path, new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });

    /// <summary>The last line read may have ended with the file, without a line feed, that the file has got since.</summary>
    private static void SeekBehindLine(FileStream file, long offset)
    {
        Span<byte> bytes = stackalloc byte[3];
        file.Position = offset - 1;
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        int feed = bytes.Length == 0 || bytes[0] == '\n' ? 0 : bytes[1..].IndexOf((byte)'\n');
        file.Position = offset + (bytes.Length > 0 && bytes[0] != '\n' && (feed == 0 || (feed == 1 && bytes[1] == '\r')) ? feed + 1 : 0);
    }
}
