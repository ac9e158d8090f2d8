#nullable enable
using System.Net.Sockets;
using LinkGraph.Bolt.Framing;
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using Neo4j.Driver.Internal.Values;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>
/// One connection: requests are enqueued, flushed together, and answered in order. For one user at a time. Once the stream has failed
/// or broken the protocol the connection is defunct: all that waits on it fails and it is never used again.
/// </summary>
internal sealed class BoltConnection(
    Stream stream, Socket socket, ServerAddress address, BoltVersion version, Config settings) : IAsyncDisposable
{
    private readonly MessageReader _reader = new(stream);
    private readonly MessageWriter _writer = new();
    private readonly ValueReader _values = new();
    private readonly Queue<ResponseHandler> _waiting = new();
    private CancellationTokenSource? _readTimeout;
    private Exception? _failure;
    private bool _disposed;

    public ServerAddress Address { get; } = address;

    public BoltVersion Version { get; } = version;

    public Config Config { get; } = settings;

    public ServerInfo Server { get; set; } = new(address, version, "");

    /// <summary>Whom the connection is logged on as.</summary>
    public AuthToken? Auth { get; set; }

    /// <summary>How long the server may be silent; null where it did not say.</summary>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>Whether the server wants to hear which interface of the driver is used.</summary>
    public bool TelemetryWanted { get; set; }

    /// <summary>What the application sees of errors; null while nobody uses the connection.</summary>
    public IConnectionErrors? Errors { get; set; }

    /// <summary>In what way the present user wants the server.</summary>
    public AccessMode Mode { get; set; } = AccessMode.Write;

    /// <summary>The database the present user asked the router for.</summary>
    public string? Database { get; set; }

    public ConnectionPool? Pool { get; set; }

    public long CreatedAt { get; } = settings.TimeProvider.GetTimestamp();

    public long IdleSince { get; set; }

    /// <summary>Set when rights have expired: the connection may finish what it does but is not used again.</summary>
    public bool IsStale { get; set; }

    public bool IsDefunct { get; private set; }

    /// <summary>Whether a RESET is needed before somebody else uses the connection.</summary>
    public bool NeedsReset => _failure is not null || _waiting.Count > 0 || InTransaction;

    public bool InTransaction { get; set; }

    /// <summary>Whether the server has closed its side, as far as this one has heard; asked of idle connections, costs no round trip.</summary>
    public bool IsClosedByServer
    {
        get
        {
            try
            {
                return socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    /// <summary>Starts a request; its fields go to the writer, then <see cref="Enqueue"/>.</summary>
    public PackStreamWriter Begin(byte tag, int fields)
    {
        _writer.BeginMessage(tag, fields);
        return _writer.Values;
    }

    /// <summary>Takes back the request that was begun: one of its values cannot be sent.</summary>
    public void Abandon() => _writer.AbandonMessage();

    /// <summary>Ends the request, whose answer goes to <paramref name="handler"/>.</summary>
    public void Enqueue(ResponseHandler handler)
    {
        _writer.EndMessage();
        _waiting.Enqueue(handler);
    }

    /// <summary>Sends what has been enqueued.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_writer.Finished.IsEmpty)
            return;
        if (IsDefunct)
            throw Translate(new ServiceUnavailableException($"The connection to {Address} has been lost."));
        try
        {
            await stream.WriteAsync(_writer.Finished, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            _writer.Clear();
        }
        catch (Exception error) when (IsTransportError(error))
        {
            throw Break(new ServiceUnavailableException($"Unexpected failure when writing to {Address}: {error.Message}", error));
        }
        catch (OperationCanceledException)
        {
            Break(new ServiceUnavailableException($"Sending to {Address} was given up in the middle of a message."));
            throw;
        }
    }

    /// <summary>Passes on the next message if it has arrived.</summary>
    public bool TryReceive()
    {
        if (_waiting.Count == 0)
            throw new InvalidOperationException("No answer is awaited.");
        if (IsDefunct)
            return false;
        try
        {
            if (!_reader.TryRead(out var message))
                return false;
            Dispatch(message.Span);
            return true;
        }
        catch (Exception malformed) when (malformed is PackStreamException or ProtocolException { Code: null })
        {
            throw Break(malformed as ProtocolException ?? new ProtocolException(malformed.Message, malformed));
        }
    }

    /// <summary>Passes on the next message when it comes.</summary>
    public async ValueTask ReceiveAsync(CancellationToken cancellationToken = default)
    {
        while (!TryReceive())
        {
            if (IsDefunct)
                throw Translate(new ServiceUnavailableException($"The connection to {Address} has been lost."));
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the answer to a request, and for all before it.</summary>
    public async ValueTask CompleteAsync(ResponseHandler handler, CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        while (!handler.IsDone)
            await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        handler.ThrowIfFailed();
    }

    /// <summary>Brings the connection into the state of a new one, whatever is under way.</summary>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        var reset = new MetadataHandler();
        Requests.Reset(this, reset);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        while (!reset.IsDone)
            await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        reset.ThrowIfFailed();
        _failure = null;
        InTransaction = false;
    }

    /// <summary>Logs on anew.</summary>
    /// <returns>True; what the server refuses is thrown.</returns>
    public async Task<bool> LogonAgainAsync(AuthToken auth, CancellationToken cancellationToken = default)
    {
        var logoff = new MetadataHandler();
        var logon = new MetadataHandler();
        Auth = null;
        Requests.Logoff(this, logoff);
        Requests.Logon(this, auth, logon);
        try
        {
            await CompleteAsync(logon, cancellationToken).ConfigureAwait(false);
        }
        catch (SecurityException)
        {
            IsStale = true; // the server ends a connection that is not logged on
            throw;
        }
        Auth = auth;
        return true;
    }

    /// <summary>Declares the connection defunct and fails all that waits on it.</summary>
    /// <returns>What the application is to see.</returns>
    public Exception Break(Exception error)
    {
        if (IsDefunct)
            return Translate(error);
        IsDefunct = true;
        Config.Logger.Debug("The connection to {0} is defunct: {1}", Address, error.Message);
        var translated = Translate(error);
        while (_waiting.TryDequeue(out var handler))
            handler.Fail(translated);
        stream.Dispose();
        return translated;
    }

    /// <summary>Ends the connection under the hands of its user, on another thread.</summary>
    public void Abort() => stream.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (!IsDefunct)
        {
            IsDefunct = true;
            try
            {
                Abandon();
                _writer.Clear();
                _writer.BeginMessage(RequestTag.Goodbye, 0);
                _writer.EndMessage();
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1), Config.TimeProvider);
                await stream.WriteAsync(_writer.Finished, soon.Token).ConfigureAwait(false);
                await stream.FlushAsync(soon.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (IsTransportError(error) || error is OperationCanceledException)
            {
                Config.Logger.Debug("Saying goodbye to {0} failed: {1}", Address, error.Message);
            }
        }
        await stream.DisposeAsync().ConfigureAwait(false);
        _readTimeout?.Dispose();
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var timeout = StartReadTimeout(cancellationToken, out var linked);
            using (linked)
            {
                if (!await _reader.FillAsync(timeout).ConfigureAwait(false))
                    throw new EndOfStreamException("the server closed the connection");
            }
            _readTimeout?.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Break(new ConnectionReadTimeoutException(
                $"{Address} sent nothing for {ReadTimeout!.Value.TotalSeconds} s, longer than it had said that it might."));
        }
        catch (OperationCanceledException)
        {
            Break(new ServiceUnavailableException($"Waiting for {Address} was given up."));
            throw;
        }
        catch (Exception error) when (IsTransportError(error))
        {
            throw Break(new ServiceUnavailableException($"Connection with {Address} terminated: {error.Message}", error));
        }
        catch (PackStreamException error)
        {
            throw Break(new ProtocolException(error.Message, error));
        }
    }

    private CancellationToken StartReadTimeout(CancellationToken cancellationToken, out CancellationTokenSource? linked)
    {
        linked = null;
        if (ReadTimeout is not { } limit)
            return cancellationToken;
        if (_readTimeout is null || !_readTimeout.TryReset())
        {
            _readTimeout?.Dispose();
            _readTimeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, Config.TimeProvider);
        }
        _readTimeout.CancelAfter(limit);
        if (!cancellationToken.CanBeCanceled)
            return _readTimeout.Token;
        linked = CancellationTokenSource.CreateLinkedTokenSource(_readTimeout.Token, cancellationToken);
        return linked.Token;
    }

    private void Dispatch(ReadOnlySpan<byte> message)
    {
        var reader = new PackStreamReader(message);
        var fields = reader.ReadStructureHeader(out var tag);
        switch (tag)
        {
            case ResponseTag.Record:
                ValueReader.CheckFields("RECORD", fields, 1);
                _waiting.Peek().OnRecord(ref reader, _values);
                break;
            case ResponseTag.Success:
                ValueReader.CheckFields("SUCCESS", fields, 1);
                // The handler leaves the queue last: if the answer is malformed, it fails with all others.
                _waiting.Peek().Succeed(_values.ReadMetadata(ref reader));
                _waiting.Dequeue();
                break;
            case ResponseTag.Failure:
                ValueReader.CheckFields("FAILURE", fields, 1);
                var failure = Translate(ServerErrors.Create(_values.ReadMetadata(ref reader)));
                _failure = failure;
                _waiting.Dequeue().Fail(failure);
                break;
            case ResponseTag.Ignored:
                // Without a failure before it, RESET on its way is what made the server ignore the request.
                _waiting.Dequeue().Fail(_failure ?? new ClientException("The server ignored the request because of an earlier one."));
                break;
            default:
                throw new ProtocolException($"The server sent a message with the unknown tag 0x{tag:X2}.");
        }
        if (reader.Remaining > 0)
            throw new ProtocolException($"{reader.Remaining} bytes after the end of a message.");
    }

    private Exception Translate(Exception error) => Errors?.Translate(error, this) ?? error;

    private static bool IsTransportError(Exception error) =>
        error is IOException or SocketException or ObjectDisposedException or InvalidOperationException;
}
