using System.Buffers.Binary;
using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.Server;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>Whatever comes, the others go on.</summary>
public sealed class HostileClientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RandomBytes_AfterTheHandshake_EndThatConnectionOnly(int seed)
    {
        await using var running = await RunningDatabase.StartAsync();
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            await using var client = i % 2 == 0 ? await RawClient.ShakeHandsAsync(running) : await RawClient.LogOnAsync(running);
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            await SendAsync(client, Chunked(bytes));
        }

        await StillServesAsync(running);
    }

    [Fact]
    public async Task ValidMessages_WithAByteChanged_EndThatConnectionOrFail()
    {
        await using var running = await RunningDatabase.StartAsync();
        var random = new Random(3);
        var writer = new LinkGraph.Bolt.Framing.MessageWriter();
        RawClient.Run("UNWIND range(1, 10) AS i RETURN i")(writer);
        RawClient.Pull(-1)(writer);
        for (var i = 0; i < 150; i++)
        {
            var bytes = writer.Finished.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            await using var client = await RawClient.LogOnAsync(running);
            await SendAsync(client, bytes.AsMemory(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length));
        }

        await StillServesAsync(running);
    }

    [Fact]
    public async Task Handshake_ThatIsNoBolt_IsCutOff()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.ConnectAsync(running);

        await client.SendBytesAsync("SSH-2.0-OpenSSH\r\n"u8.ToArray());

        Assert.Equal(0, (await client.AnswerAsync()).Tag);
    }

    [Fact]
    public async Task Handshake_OfUnknownVersions_IsAnsweredByZeros()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.ConnectAsync(running);
        var proposal = new byte[BoltHandshake.ProposalSize];
        BoltHandshake.WriteProposal(proposal, new VersionRange(new BoltVersion(4, 4), 4));

        await client.SendBytesAsync(proposal);

        // Read as messages, zeros are keep-alives: nothing follows them.
        Assert.Equal(0, (await client.AnswerAsync()).Tag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task SlowHandshake_AfterTheTimeout_IsCutOff(int bytes)
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { LogonTimeout = TimeSpan.FromMilliseconds(300) });
        await using var client = await RawClient.ConnectAsync(running);
        await client.SendBytesAsync(BoltHandshake.Magic[..bytes].ToArray());

        Assert.Equal(0, (await client.AnswerAsync()).Tag);
        Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));
        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));
    }

    [Fact]
    public async Task Message_LongerThanAllowedBeforeLogon_IsCutOff()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.ShakeHandsAsync(running);

        await SendAsync(client, Chunked(new byte[200_000]));

        Assert.Equal(0, (await client.AnswerAsync()).Tag);
        await StillServesAsync(running);
    }

    [Fact]
    public async Task Nesting_TooDeep_IsInvalid()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);

        await client.SendAsync(RawClient.Message(RequestTag.Run, 3, v =>
        {
            v.WriteString("RETURN $x");
            v.WriteMapHeader(1);
            v.WriteString("x");
            for (var i = 0; i < 1_000_000; i++)
            {
                v.WriteListHeader(1);
            }

            v.WriteNull();
            v.WriteMapHeader(0);
        }));

        Assert.Equal("Neo.ClientError.Request.Invalid", (await client.AnswerAsync()).Fields["code"]);
        await StillServesAsync(running);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("NOT ", "")]
    [InlineData("- ", "")]
    [InlineData("{a: ", "}")]
    [InlineData("size(", ")")]
    public async Task Query_NestedWithoutEnd_FailsAndTheSessionGoesOn(string open, string close)
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();
        var query = "RETURN " + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));

        await Assert.ThrowsAnyAsync<Neo4jException>(async () => await (await session.RunAsync(query)).ConsumeAsync());

        await StillServesAsync(running);
    }

    [Fact]
    public async Task Result_NestedAMillionDeep_FailsAndTheSessionGoesOn()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var error = await Assert.ThrowsAnyAsync<ClientException>(
            async () => await (await session.RunAsync("RETURN reduce(l = [], i IN range(1, 1000000) | [l]) AS l")).ToListAsync());

        Assert.Equal("Neo.ClientError.Statement.ArgumentError", error.Code);
        await StillServesAsync(running);
    }

    [Fact]
    public async Task Connections_MoreThanAllowed_AreClosedAndRoomIsGivenBack()
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { MostConnections = 2 });
        var first = await RawClient.LogOnAsync(running);
        var second = await RawClient.LogOnAsync(running);
        await using var third = await RawClient.ConnectAsync(running);
        Assert.Equal(0, (await third.AnswerAsync()).Tag);

        await first.DisposeAsync();
        await second.DisposeAsync();
        while (running.Database.Connections > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await StillServesAsync(running);
    }

    [Fact]
    public async Task Requests_WithoutEndWhileAQueryRuns_AreNotAllRead()
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { MostWaitingMessages = 16 });
        await using var client = await RawClient.LogOnAsync(running);
        await client.SendAsync(RawClient.Run(TransactionTests.Endless), RawClient.Pull(-1));
        var writer = new LinkGraph.Bolt.Framing.MessageWriter();
        for (var i = 0; i < 1000; i++)
        {
            RawClient.Run(new string(' ', 60_000))(writer);
        }

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var sending = client.SendBytesAsync(writer.Finished);

        Assert.NotSame(sending, await Task.WhenAny(sending, Task.Delay(Timeout.Infinite, soon.Token)));
        await StillServesAsync(running);
    }

    private static async Task StillServesAsync(RunningDatabase running) => Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));

    private static byte[] Chunked(byte[] bytes)
    {
        var chunks = new List<byte>();
        foreach (var chunk in bytes.Chunk(ushort.MaxValue))
        {
            var header = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)chunk.Length);
            chunks.AddRange([.. header, .. chunk]);
        }

        return [.. chunks, 0, 0];
    }

    /// <summary>The server may well close the connection in the middle.</summary>
    private static async Task SendAsync(RawClient client, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await client.SendBytesAsync(bytes);
        }
        catch (IOException)
        {
            return;
        }
    }
}
