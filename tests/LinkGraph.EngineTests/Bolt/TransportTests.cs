using System.Net.WebSockets;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.Server;
using LinkGraph.Embedded;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>One port, and Bolt comes out of whatever it is wrapped in.</summary>
public sealed class TransportTests
{
    private const string TenThousand = "UNWIND range(1, 10000) AS i RETURN i";

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Bolt_InTlsOrWebSocketOrBoth_IsServed(bool inTls, bool inWebSocket)
    {
        using var certificate = new TestCertificate();
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { Certificate = certificate.Load() });
        var stream = await RawClient.OpenAsync(running);
        if (inTls)
        {
            stream = await WebClient.EncryptAsync(stream);
        }

        if (inWebSocket)
        {
            stream = WebClient.BytesIn(await WebClient.UpgradeAsync(stream));
        }

        await using var client = await RawClient.LogOnAsync(running, stream);
        await client.SendAsync(RawClient.Run(TenThousand), RawClient.Pull(-1));

        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => (object?)(long)i), client.Records.Select(r => r[0]));
    }

    [Fact]
    public async Task Bolt_InFramesOfOneByte_IsServed()
    {
        await using var running = await RunningDatabase.StartAsync();
        var socket = await WebClient.UpgradeAsync(await RawClient.OpenAsync(running));
        await using var client = await RawClient.LogOnAsync(running, WebClient.BytesIn(socket));
        var writer = new LinkGraph.Bolt.Framing.MessageWriter();
        RawClient.Run("RETURN 42 AS x")(writer);
        RawClient.Pull(-1)(writer);

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);
        for (var i = 0; i < writer.Finished.Length; i++)
        {
            await socket.SendAsync(writer.Finished.Slice(i, 1), WebSocketMessageType.Binary, endOfMessage: i % 2 == 0, TestContext.Current.CancellationToken);
        }

        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
        Assert.Equal([42L], client.Records.Single());
    }

    [Fact]
    public async Task Goodbye_OverWebSocket_IsAnsweredByTheFrameThatCloses()
    {
        await using var running = await RunningDatabase.StartAsync();
        var socket = await WebClient.UpgradeAsync(await RawClient.OpenAsync(running));
        var client = await RawClient.LogOnAsync(running, WebClient.BytesIn(socket));

        await client.SendAsync(RawClient.Message(RequestTag.Goodbye, 0, _ => { }));
        var last = await socket.ReceiveAsync(new byte[10].AsMemory(), TestContext.Current.CancellationToken);

        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.NormalClosure), (last.MessageType, socket.CloseStatus));
    }

    [Theory]
    [InlineData("bolt+ssc")]
    [InlineData("neo4j+ssc")]
    public async Task Driver_ThatTrustsAnyCertificate_Connects(string scheme)
    {
        using var certificate = new TestCertificate();
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { Certificate = certificate.Load() });
        await using var driver = GraphDatabase.Driver(
            $"{scheme}://localhost:{running.Database.Address.Port}", AuthTokens.Basic(running.Database.User, running.Database.Password));
        await using var session = driver.AsyncSession();

        Assert.Equal(10_000, (await (await session.RunAsync(TenThousand)).ToListAsync()).Count);
    }

    [Fact]
    public async Task Tls_WithoutACertificate_IsClosedAndLogged()
    {
        var log = new ListLogger();
        await using var running = await RunningDatabase.StartAsync(logger: log);
        await using var stream = await RawClient.OpenAsync(running);

        await Assert.ThrowsAnyAsync<IOException>(() => WebClient.EncryptAsync(stream));

        Assert.Contains(log.Lines, line => line.Contains("wants TLS", StringComparison.Ordinal));
        Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));
    }

    [Fact]
    public void Certificate_WithAKeyThatIsAnothers_IsRefused()
    {
        using var one = new TestCertificate();
        using var other = new TestCertificate();

        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => CertificateFiles.Load(one.CertificateFile, other.KeyFile));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => CertificateFiles.Load(one.KeyFile, one.KeyFile));
        Assert.ThrowsAny<IOException>(() => CertificateFiles.Load(one.CertificateFile, "nowhere.key"));
    }
}
