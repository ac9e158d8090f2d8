using System.Globalization;
using System.Net.Sockets;
using LinkGraph.Bolt.Framing;
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server.Transports;

namespace LinkGraph.Bolt.Server;

/// <summary>
/// One client. One loop reads its messages, another answers them, so that a RESET is heard while a query runs and the end of the client
/// ends what it runs.
/// </summary>
internal sealed class ServerConnection : IDisposable
{
    /// <summary>How long a client that is being sent away may take to read why.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private static readonly BoltVersion[] Versions = [new(5, 0), new(5, 1), new(5, 2), new(5, 3), new(5, 4)];

    private readonly ClientTransport _transport;
    private readonly IBoltBackend _backend;
    private readonly BoltServerOptions _options;
    private readonly TimeProvider _clock;
    private readonly long _number;
    private readonly Interruption _interruption = new();
    private readonly RequestQueue _queue;
    private readonly MessageReader _reader;
    private readonly CancellationTokenSource _closing;
    private readonly LogonDeadline _logonDeadline;
    private volatile bool _isLeaving;

    /// <param name="transport">Closed when the connection ends.</param>
    /// <param name="number">Of the connection.</param>
    /// <param name="backend">What it runs queries on.</param>
    /// <param name="options">What it bears.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logonDeadline">Ends the connection; put off once the client has logged on.</param>
    /// <param name="stopping">Ends the connection, whatever it does.</param>
    public ServerConnection(
        ClientTransport transport, long number, IBoltBackend backend, BoltServerOptions options, TimeProvider clock,
        LogonDeadline logonDeadline, CancellationToken stopping)
    {
        (_transport, _number, _backend, _options, _clock) = (transport, number, backend, options, clock);
        _reader = new MessageReader(transport.Stream, 4096) { LargestMessage = options.LargestMessageBeforeLogon };
        _queue = new RequestQueue(options.MostWaitingMessages, options.LargestMessage);
        _logonDeadline = logonDeadline;
        _closing = CancellationTokenSource.CreateLinkedTokenSource(stopping, logonDeadline.Token);
    }

    /// <summary>Serves the client until it goes or is sent away.</summary>
    public async Task RunAsync()
    {
        // A proposal of the manifest (255.1), which newer drivers put first, is passed over: their next place has the versions as a range.
        BoltHandshake.TryChoose(_transport.Proposal.Span, Versions, out var chosen);
        await SendAsync(new byte[] { 0, 0, chosen?.Minor ?? 0, chosen?.Major ?? 0 }).ConfigureAwait(false);
        if (chosen is not { } version)
            return;
        var reading = ReadRequestsAsync();
        try
        {
            var responses = new ResponseWriter(SendAsync);
            var session = new BoltSession(
                _backend, _options, version, string.Create(CultureInfo.InvariantCulture, $"bolt-{_number}"),
                _transport.LocalAddress, responses, _interruption, _clock);
            await using (session.ConfigureAwait(false))
                await AnswerAsync(session, responses).ConfigureAwait(false);
            _isLeaving = true;
            await Task.WhenAny(LeaveAsync(reading), Task.Delay(Farewell, _clock, _closing.Token)).ConfigureAwait(false);
        }
        finally
        {
            await _closing.CancelAsync().ConfigureAwait(false);
            await _transport.Stream.DisposeAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _transport.Stream.Dispose();
        _interruption.Dispose();
        _queue.Dispose();
        _closing.Dispose();
    }

    /// <summary>Waits for the client to go too, so that what was sent last arrives.</summary>
    private async Task LeaveAsync(Task reading)
    {
        try
        {
            await _transport.EndAsync(_closing.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return;
        }
        await reading.ConfigureAwait(false);
    }

    private async Task ReadRequestsAsync()
    {
        try
        {
            do
            {
                while (_reader.TryRead(out var message))
                {
                    if (_isLeaving)
                        continue;
                    if (message.Length > 1 && message.Span[1] == RequestTag.Reset)
                        _interruption.Request();
                    // The buffer is the reader's; what waits needs its own.
                    await _queue.AddAsync(message.ToArray(), _closing.Token).ConfigureAwait(false);
                }
            }
            while (await _reader.FillAsync(_closing.Token).ConfigureAwait(false));
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException or PackStreamException)
        {
            // Whatever ended the connection, the other loop hears it by the end of the queue.
        }
        finally
        {
            _interruption.Close();
            _queue.Complete();
        }
    }

    private async ValueTask AnswerAsync(BoltSession session, ResponseWriter responses)
    {
        while (true)
        {
            if (_queue.TryTake(out var message))
            {
                var goesOn = await session.HandleAsync(message).ConfigureAwait(false);
                if (goesOn)
                {
                    Trust(session.IsAuthenticated);
                    continue;
                }
                await responses.FlushAsync().ConfigureAwait(false);
                return;
            }
            await responses.FlushAsync().ConfigureAwait(false);
            if (!await WaitAsync(session).ConfigureAwait(false))
                return;
        }
    }

    /// <returns>False if no more requests will come.</returns>
    private async ValueTask<bool> WaitAsync(BoltSession session)
    {
        var next = _queue.WaitAsync(_closing.Token);
        if (!session.HoldsTransaction || next.IsCompleted)
            return await next.ConfigureAwait(false);
        var waiting = next.AsTask();
        try
        {
            return await waiting.WaitAsync(_options.IdleTransactionTimeout, _clock, _closing.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await session.ExpireAsync().ConfigureAwait(false);
            return await waiting.ConfigureAwait(false);
        }
    }

    /// <summary>Who has logged on has time, and may send large messages.</summary>
    private void Trust(bool isAuthenticated)
    {
        var largest = isAuthenticated ? _options.LargestMessage : _options.LargestMessageBeforeLogon;
        if (_reader.LargestMessage == largest)
            return;
        _reader.LargestMessage = largest;
        _logonDeadline.Set(!isAuthenticated);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var sending = _transport.Stream.WriteAsync(bytes, _closing.Token);
        if (sending.IsCompletedSuccessfully)
            return;
        try
        {
            await sending.AsTask().WaitAsync(_options.SendTimeout, _clock, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is TimeoutException or OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The connection is closed before the buffer that is still being sent is used again.
            await _transport.Stream.DisposeAsync().ConfigureAwait(false);
            throw new ConnectionLostException(lost);
        }
    }
}
