using System.Net.Sockets;
using LinkGraph.Bolt.Framing;
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>A client that can do what no driver does.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly MessageReader reader;

    private RawClient(Stream stream) => (this.stream, reader) = (stream, new MessageReader(stream));

    /// <summary>All records that have come.</summary>
    public List<object?[]> Records { get; } = [];

    public static Action<MessageWriter> Begin => Message(RequestTag.Begin, 1, v => v.WriteMapHeader(0));

    public static Action<MessageWriter> Commit => Message(RequestTag.Commit, 0, _ => { });

    public static Action<MessageWriter> Reset => Message(RequestTag.Reset, 0, _ => { });

    public static Action<MessageWriter> Hello => Message(RequestTag.Hello, 1, v => v.WriteMapHeader(0));

    /// <summary>A connection on which nothing has been said.</summary>
    public static async Task<Stream> OpenAsync(RunningDatabase running)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(running.Database.Address.Host, running.Database.Address.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public static async Task<RawClient> ConnectAsync(RunningDatabase running) => new(await OpenAsync(running));

    /// <param name="running">What to connect to.</param>
    /// <param name="transport">What carries Bolt; TCP if null.</param>
    public static async Task<RawClient> ShakeHandsAsync(RunningDatabase running, Stream? transport = null)
    {
        var client = new RawClient(transport ?? await OpenAsync(running));
        var proposal = new byte[BoltHandshake.ProposalSize];
        BoltHandshake.WriteProposal(proposal, new VersionRange(new BoltVersion(5, 8), 8));
        await client.SendBytesAsync(proposal);
        var choice = new byte[BoltHandshake.ChoiceSize];
        await client.stream.ReadExactlyAsync(choice);
        Assert.Equal(new BoltVersion(5, 4), BoltHandshake.ReadChoice(choice));
        return client;
    }

    public static async Task<RawClient> LogOnAsync(RunningDatabase running, Stream? transport = null)
    {
        var client = await ShakeHandsAsync(running, transport);
        var hello = await client.SuccessAsync(Hello);
        Assert.Equal("Neo4j/5.26.0", hello["server"]);
        await client.SuccessAsync(Message(RequestTag.Logon, 1, v =>
        {
            v.WriteMapHeader(3);
            v.WriteString("scheme");
            v.WriteString("basic");
            v.WriteString("principal");
            v.WriteString(running.Database.User);
            v.WriteString("credentials");
            v.WriteString(running.Database.Password);
        }));
        return client;
    }

    public static Action<MessageWriter> Message(byte tag, int fields, Action<PackStreamWriter> write) => writer =>
    {
        writer.BeginMessage(tag, fields);
        write(writer.Values);
        writer.EndMessage();
    };

    public static Action<MessageWriter> Run(string query) => Message(RequestTag.Run, 3, v =>
    {
        v.WriteString(query);
        v.WriteMapHeader(0);
        v.WriteMapHeader(0);
    });

    public static Action<MessageWriter> Pull(long rows, long? query = null) => Message(RequestTag.Pull, 1, v =>
    {
        v.WriteMapHeader(query is null ? 1 : 2);
        v.WriteString("n");
        v.WriteInteger(rows);
        if (query is { } id)
        {
            v.WriteString("qid");
            v.WriteInteger(id);
        }
    });

    public async Task SendAsync(params Action<MessageWriter>[] messages)
    {
        var writer = new MessageWriter();
        foreach (var message in messages)
        {
            message(writer);
        }

        await stream.WriteAsync(writer.Finished);
    }

    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes);

    /// <summary>The next answer that is no record; tag 0 if the server has closed the connection.</summary>
    public async Task<(byte Tag, Dictionary<string, object?> Fields)> AnswerAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            while (reader.TryRead(out var message))
            {
                if (Read(message.Span) is { } answer)
                {
                    return answer;
                }
            }

            try
            {
                if (!await reader.FillAsync(patience.Token))
                {
                    return (0, []);
                }
            }
            catch (IOException)
            {
                return (0, []);
            }
        }
    }

    public async Task<Dictionary<string, object?>> SuccessAsync(Action<MessageWriter> message)
    {
        await SendAsync(message);
        var (tag, fields) = await AnswerAsync();
        Assert.Equal((ResponseTag.Success, null), (tag, fields.GetValueOrDefault("message")));
        return fields;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private (byte, Dictionary<string, object?>)? Read(ReadOnlySpan<byte> message)
    {
        var values = new PackStreamReader(message);
        var fields = values.ReadStructureHeader(out var tag);
        if (tag != ResponseTag.Record)
        {
            return (tag, fields == 0 ? [] : MetadataReader.ReadMap(ref values));
        }

        var row = new object?[values.ReadListHeader()];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = values.PeekType() == PackStreamType.Integer ? values.ReadInteger() : null;
        }

        Records.Add(row);
        return null;
    }
}
