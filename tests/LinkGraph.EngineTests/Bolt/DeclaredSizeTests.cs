using LinkGraph.Bolt.Messages;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>What is only declared takes no memory. What the process allocates is measured, so nothing else may run meanwhile.</summary>
[Collection(Alone)]
public sealed class DeclaredSizeTests
{
    private const string Alone = "Alone";

    [Theory]
    [InlineData(0xD6)] // list
    [InlineData(0xDA)] // map
    [InlineData(0xD2)] // string
    [InlineData(0xCE)] // bytes
    public async Task DeclaredSize_OfGigabytes_AllocatesNothing(int marker)
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        var before = GC.GetTotalAllocatedBytes();

        await client.SendAsync(RawClient.Message(RequestTag.Run, 3, v =>
        {
            v.WriteString("RETURN $x");
            v.WriteMapHeader(1);
            v.WriteString("x");
            v.WriteRaw([(byte)marker, 0x7F, 0xFF, 0xFF, 0xFF]);
        }));

        var (tag, fields) = await client.AnswerAsync();
        Assert.Equal((ResponseTag.Failure, "Neo.ClientError.Request.Invalid"), (tag, fields["code"]));
        Assert.Equal(0, (await client.AnswerAsync()).Tag);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Fact]
    public async Task Frame_OfExabytes_CostsNothingAndEndsWithTheMessageInIt()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);
        await WebClient.UpgradeAsync(stream);
        var before = GC.GetTotalAllocatedBytes();

        // With a mask of zeros, so that the proposal stands as it is; then chunks without end before anybody has logged on.
        await stream.WriteAsync(new byte[] { 0x82, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0 });
        await stream.WriteAsync(new byte[] { 0x60, 0x60, 0xB0, 0x17, 0, 4, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
        var chunk = new byte[2 + 60_000];
        (chunk[0], chunk[1]) = (60_000 >> 8, 60_000 & 0xFF);
        for (var i = 0; i < 200; i++)
        {
            await HostileTransportTests.SendAsync(stream, chunk);
        }

        await HostileTransportTests.EndsAsync(stream);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
        Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class RunsAlone;
}
