using System.Net.WebSockets;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>
/// The bytes in a WebSocket's binary frames as one stream: Bolt does not care where frames and messages end. A frame is passed on as it
/// comes, so that its declared size costs nothing.
/// </summary>
internal sealed class WebSocketBytes(WebSocket socket) : Stream
{
    private bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The frames are none, or hold text; so for <see cref="WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            // Frames without bytes are allowed, and are not the end.
            while (!_isAtEnd)
            {
                var received = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
                switch (received.MessageType)
                {
                    case WebSocketMessageType.Close:
                        _isAtEnd = true;
                        break;
                    case WebSocketMessageType.Text:
                        await socket.CloseOutputAsync(WebSocketCloseStatus.InvalidMessageType, "Bolt is binary.", cancellationToken).ConfigureAwait(false);
                        throw new IOException("A WebSocket frame of text.");
                    case WebSocketMessageType.Binary when received.Count > 0:
                        return received.Count;
                }
            }
            return 0;
        }
        catch (WebSocketException error)
        {
            throw new IOException("The WebSocket failed.", error);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await socket.SendAsync(buffer, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException error)
        {
            throw new IOException("The WebSocket failed.", error);
        }
    }

    /// <summary>Sends the frame that closes, or answers the client's.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException error)
        {
            throw new IOException("The WebSocket failed.", error);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            socket.Dispose();
        base.Dispose(disposing);
    }
}
