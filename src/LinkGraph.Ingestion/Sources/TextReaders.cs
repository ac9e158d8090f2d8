namespace LinkGraph.Ingestion.Sources;

/// <summary>Opens the reader for a format that is read from begin to end, and reads over what has been written already.</summary>
internal static class TextReaders
{
    public static async ValueTask<IWindowReader> OpenAsync(
        Source source, Stream content, SourceFormat format, long position, WindowLimits limits, Func<long> inputPosition,
        CancellationToken cancellationToken)
    {
        if (format != SourceFormat.Ndjson)
        {
            throw new IngestionException($"{source.Place}: {format} cannot be read from a stream.");
        }
        var reader = new NdjsonReader(content, source.Schema, limits, default, inputPosition);
        try
        {
            await reader.SkipAsync(position, cancellationToken);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
        return reader;
    }
}
