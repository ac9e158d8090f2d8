namespace LinkGraph.Ingestion.Sources;

/// <summary>A stream that can be read once.</summary>
internal sealed class StreamSource(StreamRequest request) : Source($"stdin:{request.Name}", $"stdin:{request.Name}", request.SchemaOr(request.Kind))
{
    private Stream? _content;

    public override async ValueTask<byte[]> ReadHeadAsync(CancellationToken cancellationToken)
    {
        (Stream content, _) = await ContentStream.OpenAsync(new AbandonableStream(request.Open()), cancellationToken);
        byte[] head = await ContentStream.ReadUpToAsync(content, HeadBytes, cancellationToken);
        _content = new PrefixStream(head, content);
        return head;
    }

    public override ValueTask<IWindowReader> OpenAsync(StartAt start, WindowLimits limits, CancellationToken cancellationToken)
    {
        Stream content = _content ?? throw new InvalidOperationException("The head is read first.");
        _content = null;
        return TextReaders.OpenAsync(this, content, request.Format, start.Position, limits, static () => 0, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_content is not null)
        {
            await _content.DisposeAsync();
        }
        await base.DisposeAsync();
    }
}
