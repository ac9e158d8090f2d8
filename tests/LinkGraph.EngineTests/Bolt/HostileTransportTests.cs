using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using LinkGraph.Bolt.Server;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>Whatever comes in TLS, HTTP and WebSocket frames, it ends its own connection, soon, and the others go on.</summary>
public sealed class HostileTransportTests
{
    private static readonly BoltServerOptions Impatient = new() { LogonTimeout = TimeSpan.FromMilliseconds(300) };

    [Theory]
    [InlineData("")]
    [InlineData("G")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n" + WebClient.Upgrade + "\r\n")]
    [InlineData("\x16\x03\x01\x02")]
    [InlineData("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03")]
    [InlineData("`")]
    public async Task Beginning_AfterWhichNothingComes_IsCutOff(string beginning)
    {
        using var certificate = new TestCertificate();
        await using var running = await RunningDatabase.StartAsync(Impatient with { Certificate = certificate.Load() });
        await using var stream = await RawClient.OpenAsync(running);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(beginning));

        await EndsAsync(stream);

        await StillServesAsync(running);
    }

    [Fact]
    public async Task Header_OfAByteNowAndThen_IsCutOff()
    {
        await using var running = await RunningDatabase.StartAsync(Impatient);
        await using var stream = await RawClient.OpenAsync(running);
        await stream.WriteAsync("GET / HTTP/1.1\r\nX: "u8.ToArray());

        var dripping = Task.Run(async () =>
        {
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(20);
            }
        });

        await EndsAsync(stream);
        await Assert.ThrowsAnyAsync<IOException>(() => dripping);
    }

    [Fact]
    public async Task Connections_OnWhichNobodyLogsOn_KeepNobodyOut()
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { MostConnections = 8 });
        await using var loggedOn = await RawClient.LogOnAsync(running);
        var idle = new List<Stream>();
        for (var i = 0; i < 30; i++)
        {
            idle.Add(await RawClient.OpenAsync(running));
            await idle[^1].WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());
        }

        await using var late = await RawClient.LogOnAsync(running);
        await late.SuccessAsync(RawClient.Run("RETURN 1"));
        await loggedOn.SuccessAsync(RawClient.Run("RETURN 1"));
        await EndsAsync(idle[0]);
        // Those that were sent away are counted until their tasks have ended.
        while (running.Database.Connections > 9)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.InRange(running.Database.Connections, 2, 9);

        foreach (var stream in idle)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task Header_LargerThanAllowed_IsRefused()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);

        var answer = await WebClient.AskAsync(stream, "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + new string('x', 100_000) + "\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RandomBytes_WhereTlsOrFramesShouldBe_EndThatConnectionOnly(int seed)
    {
        using var certificate = new TestCertificate();
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { Certificate = certificate.Load() });
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var stream = await RawClient.OpenAsync(running);
            await using var closing = stream;
            if (i % 3 == 0)
            {
                stream = await WebClient.EncryptAsync(stream);
            }
            else if (i % 3 == 1)
            {
                await WebClient.UpgradeAsync(stream);
            }

            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (i % 3 == 2)
            {
                bytes[0] = 0x16;
            }

            await SendAsync(stream, bytes);
        }

        await StillServesAsync(running);
    }

    [Fact]
    public async Task Frame_OfText_ClosesTheWebSocketAsTheWrongType()
    {
        await using var running = await RunningDatabase.StartAsync();
        using var socket = await WebClient.UpgradeAsync(await RawClient.OpenAsync(running));

        await socket.SendAsync("RETURN 1"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        var answer = await socket.ReceiveAsync(new byte[100].AsMemory(), TestContext.Current.CancellationToken);

        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.InvalidMessageType), (answer.MessageType, socket.CloseStatus));
    }

    [Theory]
    [InlineData(new byte[] { 0x82, 0x05, 1, 2, 3, 4, 5 })] // not masked
    [InlineData(new byte[] { 0xC2, 0x81, 0, 0, 0, 0, 1 })] // compressed, which was not agreed to
    [InlineData(new byte[] { 0x83, 0x81, 0, 0, 0, 0, 1 })] // of a kind that there is not
    [InlineData(new byte[] { 0x80, 0x81, 0, 0, 0, 0, 1 })] // goes on with nothing
    [InlineData(new byte[] { 0x89, 0xFE, 1, 0, 0, 0, 0, 0 })] // a ping of 256 bytes
    [InlineData(new byte[] { 0x09, 0x80, 0, 0, 0, 0 })] // a ping in pieces
    public async Task Frame_AgainstTheRules_EndsTheConnection(byte[] frame)
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);
        await WebClient.UpgradeAsync(stream);

        await stream.WriteAsync(frame);

        await EndsAsync(stream);
        await StillServesAsync(running);
    }

    [Fact]
    public async Task Message_InFragmentsWithoutEnd_IsCutOffByItsSize()
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { LargestMessage = 1 << 20 });
        var socket = await WebClient.UpgradeAsync(await RawClient.OpenAsync(running));
        await using var client = await RawClient.LogOnAsync(running, WebClient.BytesIn(socket));
        var chunk = new byte[2 + 60_000];
        (chunk[0], chunk[1]) = (60_000 >> 8, 60_000 & 0xFF);

        var error = await Record.ExceptionAsync(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await socket.SendAsync(chunk.AsMemory(), WebSocketMessageType.Binary, endOfMessage: false, TestContext.Current.CancellationToken);
            }
        });

        // Either the sending finds the connection closed, or the answer is its end.
        Assert.True(error is not null || (await client.AnswerAsync()).Tag == 0);
        await StillServesAsync(running);
    }

    [Fact]
    public async Task Pings_WhoseAnswersNobodyReads_AreNotAllTaken()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);
        await WebClient.UpgradeAsync(stream);
        byte[] ping = [0x89, 0xFD, 0, 0, 0, 0, .. new byte[125]];
        var many = Enumerable.Repeat(ping, 1000).SelectMany(p => p).ToArray();

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await stream.WriteAsync(many, soon.Token);
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await StillServesAsync(running);
    }

    [Fact]
    public async Task HalfClosedClient_InsideATransaction_IsRolledBack()
    {
        await using var running = await RunningDatabase.StartAsync();
        var stream = await RawClient.OpenAsync(running);
        await using var client = await RawClient.LogOnAsync(running, stream);
        await client.SuccessAsync(RawClient.Begin);
        await client.SuccessAsync(RawClient.Run("CREATE (:Lost)"));

        ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Send);

        Assert.Equal(0, (await client.AnswerAsync()).Tag);
        await running.RowsAsync("CREATE (:Next)");
        Assert.Equal(0, await running.SingleAsync<int>("MATCH (n:Lost) RETURN count(n)"));
    }

    private static async Task StillServesAsync(RunningDatabase running) => Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));

    internal static async Task EndsAsync(Stream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var buffer = new byte[1000];
            while (await stream.ReadAsync(buffer, patience.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            return;
        }
    }

    internal static async Task SendAsync(Stream stream, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            return;
        }
    }
}
