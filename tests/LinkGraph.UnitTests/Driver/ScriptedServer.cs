using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LinkGraph.Bolt.Framing;
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.UnitTests.Driver;

/// <summary>
/// A server on a real socket that answers as a test tells it, byte for byte where need be: what a healthy server never does. The
/// script of a connection gets each request in turn; requests are noted by name.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Connection, Task> _script;
    private readonly Task _accepting;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private int _accepted;

    public ScriptedServer(Func<Connection, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"bolt://127.0.0.1:{Port}";

    public string RoutingAddress => $"neo4j://127.0.0.1:{Port}";

    /// <summary>How many connections have been made.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>The names of all requests, those of several connections mixed as they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                var number = Interlocked.Increment(ref _accepted);
                _connections.Add(Task.Run(() => ServeAsync(socket, number)));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _script(new Connection(this, stream, socket, number, _stop.Token));
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    /// <summary>A request: what it is, and its fields as bytes.</summary>
    internal sealed record Request(byte Tag, byte[] Bytes)
    {
        public string Name => Tag switch
        {
            RequestTag.Hello => "HELLO",
            RequestTag.Logon => "LOGON",
            RequestTag.Logoff => "LOGOFF",
            RequestTag.Goodbye => "GOODBYE",
            RequestTag.Reset => "RESET",
            RequestTag.Run => "RUN",
            RequestTag.Begin => "BEGIN",
            RequestTag.Commit => "COMMIT",
            RequestTag.Rollback => "ROLLBACK",
            RequestTag.Discard => "DISCARD",
            RequestTag.Pull => "PULL",
            RequestTag.Telemetry => "TELEMETRY",
            RequestTag.Route => "ROUTE",
            _ => $"0x{Tag:X2}",
        };

        /// <summary>Whether the bytes of a string stand in the request, a value of a field for example.</summary>
        public bool Mentions(string text) => Bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }

    internal sealed class Connection(ScriptedServer server, Stream stream, Socket socket, int number, CancellationToken stop)
    {
        private readonly MessageReader _reader = new(stream);
        private readonly MessageWriter _writer = new();

        /// <summary>1 for the first connection of the server.</summary>
        public int Number => number;

        public BoltVersion Version { get; set; } = new(5, 4);

        public CancellationToken Stop => stop;

        /// <summary>Handshake, HELLO and LOGON, as a healthy server does them.</summary>
        public async Task WelcomeAsync(Action<PackStreamWriter>? hints = null)
        {
            await ShakeHandsAsync();
            await ExpectAsync("HELLO");
            await SuccessAsync(writer =>
            {
                writer.WriteMapHeader(hints is null ? 1 : 2);
                writer.WriteString("server");
                writer.WriteString("Neo4j/5.26.0");
                if (hints is not null)
                {
                    writer.WriteString("hints");
                    hints(writer);
                }
            });
            if (Version < new BoltVersion(5, 1))
                return;
            await ExpectAsync("LOGON");
            await SuccessAsync();
        }

        public async Task ShakeHandsAsync()
        {
            var proposal = new byte[BoltHandshake.ProposalSize];
            await stream.ReadExactlyAsync(proposal, stop);
            await stream.WriteAsync(new byte[] { 0, 0, Version.Minor, Version.Major }, stop);
        }

        /// <summary>The next request; fails the script at the end of the stream.</summary>
        public async Task<Request> NextAsync()
        {
            ReadOnlyMemory<byte> message;
            while (!_reader.TryRead(out message))
            {
                if (!await _reader.FillAsync(stop))
                    throw new EndOfStreamException();
            }
            var request = new Request(message.Span[1], message[2..].ToArray());
            server.Requests.Enqueue(request.Name);
            return request;
        }

        public async Task<Request> ExpectAsync(params string[] names)
        {
            Request request = await NextAsync();
            if (names.Contains(request.Name))
                return request;
            server.Requests.Enqueue($"unexpected {request.Name} instead of {string.Join(" or ", names)}");
            throw new EndOfStreamException();
        }

        /// <summary>Answers RUN and PULL with one record of one field.</summary>
        public async Task AnswerQueryAsync(long value = 1)
        {
            await ExpectAsync("RUN");
            await ExpectAsync("PULL");
            await FieldsAsync("n");
            await RecordAsync(value);
            await SuccessAsync();
        }

        public Task FieldsAsync(params string[] names) => SuccessAsync(writer =>
        {
            writer.WriteMapHeader(1);
            writer.WriteString("fields");
            writer.WriteListHeader(names.Length);
            foreach (var name in names)
                writer.WriteString(name);
        });

        public Task RecordAsync(long value) => SendAsync(ResponseTag.Record, writer =>
        {
            writer.WriteListHeader(1);
            writer.WriteInteger(value);
        });

        public Task SuccessAsync() => SuccessAsync(writer => writer.WriteMapHeader(0));

        public Task SuccessAsync(Action<PackStreamWriter> metadata) => SendAsync(ResponseTag.Success, metadata);

        public Task HasMoreAsync() => SuccessAsync(writer =>
        {
            writer.WriteMapHeader(1);
            writer.WriteString("has_more");
            writer.WriteBoolean(true);
        });

        public Task FailureAsync(string code, string message = "it failed") => SendAsync(ResponseTag.Failure, writer =>
        {
            writer.WriteMapHeader(2);
            writer.WriteString("code");
            writer.WriteString(code);
            writer.WriteString("message");
            writer.WriteString(message);
        });

        public Task IgnoredAsync() => SendAsync(ResponseTag.Ignored, null);

        /// <summary>Answers ROUTE with a table.</summary>
        public Task RoutesAsync(long timeToLive, string[] routers, string[] readers, string[] writers, string database = "neo4j") =>
            SuccessAsync(writer =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("rt");
                writer.WriteMapHeader(3);
                writer.WriteString("ttl");
                writer.WriteInteger(timeToLive);
                writer.WriteString("db");
                writer.WriteString(database);
                writer.WriteString("servers");
                writer.WriteListHeader(3);
                WriteServers(writer, "ROUTE", routers);
                WriteServers(writer, "READ", readers);
                WriteServers(writer, "WRITE", writers);
            });

        public async Task RawAsync(byte[] bytes) => await stream.WriteAsync(bytes, stop);

        /// <summary>The bytes of a message, to be torn or spoilt.</summary>
        public byte[] Encode(byte tag, Action<PackStreamWriter>? field)
        {
            _writer.BeginMessage(tag, field is null ? 0 : 1);
            field?.Invoke(_writer.Values);
            _writer.EndMessage();
            var bytes = _writer.Finished.ToArray();
            _writer.Clear();
            return bytes;
        }

        /// <summary>Ends the connection in order, after all that has been sent.</summary>
        public void Close() => socket.Shutdown(SocketShutdown.Send);

        /// <summary>Ends the connection with a TCP reset.</summary>
        public void Abort()
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }

        /// <summary>Says nothing until the test ends.</summary>
        public Task StaySilentAsync() => Task.Delay(Timeout.Infinite, stop);

        private async Task SendAsync(byte tag, Action<PackStreamWriter>? field) => await RawAsync(Encode(tag, field));

        private static void WriteServers(PackStreamWriter writer, string role, string[] addresses)
        {
            writer.WriteMapHeader(2);
            writer.WriteString("role");
            writer.WriteString(role);
            writer.WriteString("addresses");
            writer.WriteListHeader(addresses.Length);
            foreach (var address in addresses)
                writer.WriteString(address);
        }
    }
}
