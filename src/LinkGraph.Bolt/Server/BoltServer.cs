using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LinkGraph.Bolt.Server.Transports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.Bolt.Server;

/// <summary>Serves Bolt 5.0 to 5.4 over TCP, TLS and WebSocket, all on one port. Whatever a client sends, it harms nothing but its own connection.</summary>
public sealed partial class BoltServer : IAsyncDisposable
{
    private readonly IBoltBackend _backend;
    private readonly BoltServerOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly Socket _listener;
    private readonly TransportDetector _transports;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, Task> _connections = new();
    private readonly ConcurrentDictionary<long, LogonDeadline> _deadlines = new();
    private readonly Task _accepting;
    private int _open;
    private int _disposed;

    private BoltServer(IBoltBackend backend, BoltServerOptions options, ILogger logger, TimeProvider clock, Socket listener)
    {
        (_backend, _options, _logger, _clock, _listener) = (backend, options, logger, clock, listener);
        _transports = new TransportDetector(options, logger, clock);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens, with the port that was found.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>How many clients are connected.</summary>
    public int Connections => Volatile.Read(ref _open);

    /// <summary>Listens from now on.</summary>
    /// <exception cref="ArgumentException">Others than this machine could come in without credentials.</exception>
    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public static BoltServer Start(IBoltBackend backend, BoltServerOptions options, ILogger? logger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Credentials is null && !IPAddress.IsLoopback(options.EndPoint.Address))
            throw new ArgumentException("A server without credentials listens on loopback addresses only.", nameof(options));
        var listener = new Socket(options.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(options.EndPoint);
            listener.Listen(512);
            return new BoltServer(backend, options, logger ?? NullLogger.Instance, clock ?? TimeProvider.System, listener);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Takes no more clients, ends the queries that run and closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        try
        {
            await Task.WhenAll(_connections.Values).WaitAsync(_options.StopTimeout, _clock).ConfigureAwait(false);
            _stopping.Dispose();
        }
        catch (TimeoutException)
        {
            LogNotEnded(Connections);
        }
    }

    private async Task AcceptAsync()
    {
        // On the pool from the first step on: Start returns at once.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (long number = 1; !_stopping.IsCancellationRequested; number++)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                if (Interlocked.Increment(ref _open) > _options.MostConnections && !await TryMakeRoomAsync().ConfigureAwait(false))
                {
                    Interlocked.Decrement(ref _open);
                    socket.Dispose();
                    LogTooMany(_options.MostConnections);
                    continue;
                }
                // The deadline is known before the next client needs room, the task before it can remove itself.
                var (id, deadline) = (number, _deadlines[number] = new LogonDeadline(_options.LogonTimeout, _clock));
                var served = new Task<Task>(() => ServeAsync(socket, id, deadline));
                _connections[id] = served.Unwrap();
                served.Start(TaskScheduler.Default);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException error)
            {
                // The client was gone before it was accepted, or there are no more file handles: the others go on.
                LogNotAccepted(error.SocketErrorCode);
                await Task.Delay(TimeSpan.FromMilliseconds(20), _clock).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Those who hold connections without ever logging on cannot keep others out: the one that has been at it longest goes. To log on takes
    /// milliseconds.
    /// </summary>
    private async ValueTask<bool> TryMakeRoomAsync()
    {
        var idle = _deadlines.Where(d => d.Value.IsWaiting).OrderBy(d => d.Key).Select(d => d.Value).FirstOrDefault();
        if (idle is null)
            return false;
        LogTooMany(_options.MostConnections);
        await idle.ExpireAsync().ConfigureAwait(false);
        return true;
    }

    private async Task ServeAsync(Socket socket, long number, LogonDeadline logonDeadline)
    {
        try
        {
            socket.NoDelay = true;
            FindOutWhetherItLives(socket);
            using var opening = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, logonDeadline.Token);
            if (await _transports.OpenAsync(socket, number, opening.Token).ConfigureAwait(false) is not { } transport)
                return;
            using var connection = new ServerConnection(transport, number, _backend, _options, _clock, logonDeadline, _stopping.Token);
            await connection.RunAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            var type = gone.GetType().Name;
            LogGone(number, type);
        }
        catch (Exception error)
        {
            // Only the type: messages may hold what users have sent.
            var type = error.GetType().Name;
            LogBroken(number, type);
        }
        finally
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
            _deadlines.TryRemove(number, out _);
            logonDeadline.Dispose();
            _connections.TryRemove(number, out _);
        }
    }

    /// <summary>A client that vanished without a word would hold its connection, and what it has begun, for ever.</summary>
    private static void FindOutWhetherItLives(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 6);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Connection bolt-{Number} ended: {Reason}.")]
    private partial void LogGone(long number, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Connection bolt-{Number} ended by an unexpected {Error}.")]
    private partial void LogBroken(long number, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client was sent away: there are {Most} connections.")]
    private partial void LogTooMany(int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client could not be accepted: {Error}.")]
    private partial void LogNotAccepted(SocketError error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server stopped while {Open} connections had not ended.")]
    private partial void LogNotEnded(int open);
}
