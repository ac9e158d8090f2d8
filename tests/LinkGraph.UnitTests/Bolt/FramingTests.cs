using CsCheck;
using LinkGraph.Bolt.Framing;

namespace LinkGraph.UnitTests.Bolt;

public sealed class FramingTests
{
    [Theory]
    [InlineData(1, int.MaxValue)]
    [InlineData(65_533, 1)]
    [InlineData(65_534, 1000)]
    [InlineData(65_535, 65_536)]
    [InlineData(300_000, 7)]
    public async Task Read_MessagesInTornPieces_ComeBackWhole(int size, int piece)
    {
        var writer = new MessageWriter();
        byte[][] payloads = [.. Enumerable.Range(0, 3).Select(seed => Payload(size, seed))];
        foreach (var payload in payloads)
            Write(writer, payload);

        var messages = await ReadAllAsync(writer.Finished.ToArray(), piece, 32);

        Assert.Equal(3, messages.Count);
        for (var i = 0; i < 3; i++)
            Assert.Equal(payloads[i], messages[i][2..]);
    }

    [Fact]
    public void Write_MessageLargerThanAChunk_HasChunksOf65535BytesAndAnEnd()
    {
        var writer = new MessageWriter();

        Write(writer, Payload(100_000, 1)); // and the structure's two bytes

        var bytes = writer.Finished.Span;
        Assert.Equal(100_002 + 3 * 2, bytes.Length);
        Assert.Equal([0xFF, 0xFF, 0xB1, 0x01], bytes[..4].ToArray());
        Assert.Equal(100_002 - 65_535, bytes[65_537] << 8 | bytes[65_538]);
        Assert.Equal([0, 0], bytes[^2..].ToArray());
    }

    [Fact]
    public async Task Read_EmptyMessagesBetween_ArePassedOver()
    {
        byte[] bytes = [0, 0, 0, 0, 0, 1, 0xB0, 0, 1, 0x70, 0, 0, 0, 0, 0, 2, 0xB0, 0x7E, 0, 0];

        var messages = await ReadAllAsync(bytes, 1, 16);

        Assert.Equal(["B070", "B07E"], messages.Select(Convert.ToHexString));
    }

    [Fact]
    public void Abandon_HalfAMessage_LeavesTheFinishedOnes()
    {
        var writer = new MessageWriter();
        Write(writer, [1, 2]);
        var before = writer.Finished.ToArray();
        writer.BeginMessage(2, 0);
        writer.Values.WriteString("never sent");

        writer.AbandonMessage();

        Assert.Equal(before, writer.Finished.ToArray());
    }

    [Fact]
    public void WriteAndRead_AnyMessagesInAnyPieces_Identity() =>
        Gen.Select(Gen.Byte.Array[0, 200].Array[1, 5], Gen.Int[1, 50]).Sample(async (payloads, piece) =>
        {
            var writer = new MessageWriter();
            foreach (var payload in payloads)
                Write(writer, payload);
            var messages = await ReadAllAsync(writer.Finished.ToArray(), piece, 16);
            Assert.Equal(payloads, messages.Select(message => message[2..]));
        });

    private static void Write(MessageWriter writer, byte[] payload)
    {
        writer.BeginMessage(1, 1);
        writer.Values.WriteRaw(payload);
        writer.EndMessage();
    }

    private static async Task<List<byte[]>> ReadAllAsync(byte[] bytes, int piece, int capacity)
    {
        var reader = new MessageReader(new PiecemealStream(bytes, piece), capacity);
        var messages = new List<byte[]>();
        do
        {
            while (reader.TryRead(out var message))
                messages.Add(message.ToArray());
        }
        while (await reader.FillAsync(CancellationToken.None));
        return messages;
    }

    private static byte[] Payload(int size, int seed)
    {
        var payload = new byte[size];
        for (var i = 0; i < size; i++)
            payload[i] = (byte)(i * 31 + seed);
        return payload;
    }

    /// <summary>Gives no more than a few bytes at a time, as a network may.</summary>
    private sealed class PiecemealStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
