namespace LinkGraph.Ingestion.Sources;

/// <summary>Opens the reader for a format that is read from begin to end, and reads over what has been written already.</summary>
internal static class TextReaders
{
    public static async ValueTask<IWindowReader> OpenAsync(
        Source source, Stream content, SourceFormat format, long position, WindowLimits limits, Func<long> inputPosition,
        CancellationToken cancellationToken)
    {
        if (format == SourceFormat.Csv)
        {
            CsvWindowReader csv = await CsvWindowReader.OpenAsync(source, content, limits, inputPosition, cancellationToken);
            return await SkippedAsync(source, csv, csv.SkipAsync(position, cancellationToken));
        }
        var lines = new NdjsonReader(content, source.Schema, limits, default, inputPosition);
        return await SkippedAsync(source, lines, lines.SkipAsync(position, cancellationToken));
    }

    private static async ValueTask<IWindowReader> SkippedAsync(Source source, IWindowReader reader, ValueTask skipping)
    {
        try
        {
            await skipping;
            return reader;
        }
        catch (Exception e)
        {
            await reader.DisposeAsync();
            if (e is IngestionException)
            {
                throw new IngestionException($"{source.Place}: {e.Message}", e);
            }
            throw;
        }
    }
}
