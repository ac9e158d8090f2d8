namespace LinkGraph.Ingestion.Prompts.Spool;

/// <summary>A sketch batch as bytes: column after column, numbers as differences or short forms.</summary>
internal static class SketchCodec
{
    /// <summary>Bytes that an anchor takes at least.</summary>
    public const int LeastAnchorSize = 5;

    public static void Encode(SketchBatch batch, ByteWriter writer)
    {
        CheckShape(batch);
        writer.Varint((ulong)batch.Accounts.Length);
        foreach (string account in batch.Accounts)
        {
            writer.Text(account);
        }
        writer.Varint((ulong)batch.Count);
        foreach (int account in batch.AccountOf)
        {
            writer.Varint((ulong)account);
        }
        long last = 0;
        foreach (long at in batch.AtUnixSeconds)
        {
            writer.Signed(unchecked(at - last));
            last = at;
        }
        for (int e = 0; e < batch.Count; e++)
        {
            writer.Varint((ulong)(batch.AnchorOffsets[e + 1] - batch.AnchorOffsets[e]));
        }
        foreach (Anchor anchor in batch.Anchors)
        {
            writer.Fixed32(anchor.Hash);
        }
        foreach (Anchor anchor in batch.Anchors)
        {
            writer.Varint(anchor.Position);
        }
    }

    /// <summary>Throws <see cref="InvalidDataException"/> where the bytes are not those of a batch.</summary>
    public static SketchBatch Decode(ReadOnlySpan<byte> bytes)
    {
        ByteReader reader = new(bytes);
        string[] accounts = new string[reader.Count(bytes.Length)];
        for (int i = 0; i < accounts.Length; i++)
        {
            accounts[i] = reader.Text();
        }
        int count = reader.Count(bytes.Length);
        int[] accountOf = new int[count];
        for (int e = 0; e < count; e++)
        {
            accountOf[e] = reader.Count(accounts.Length - 1);
        }
        long[] at = new long[count];
        for (int e = 0; e < count; e++)
        {
            at[e] = unchecked((e == 0 ? 0 : at[e - 1]) + reader.Signed());
        }
        int[] offsets = new int[count + 1];
        for (int e = 0; e < count; e++)
        {
            offsets[e + 1] = offsets[e] + reader.Count(Math.Min(PromptSketcher.MaxAnchors, (bytes.Length / LeastAnchorSize) - offsets[e]));
        }
        Anchor[] anchors = new Anchor[offsets[count]];
        for (int i = 0; i < anchors.Length; i++)
        {
            anchors[i] = new Anchor(reader.Fixed32(), 0);
        }
        for (int i = 0; i < anchors.Length; i++)
        {
            anchors[i] = anchors[i] with { Position = (ushort)reader.Count(ushort.MaxValue) };
        }
        return reader.AtEnd ? new SketchBatch(accounts, accountOf, at, offsets, anchors) : throw ByteReader.Damaged();
    }

    private static void CheckShape(SketchBatch batch)
    {
        int[] offsets = batch.AnchorOffsets;
        bool fits = batch.AtUnixSeconds.Length == batch.Count && offsets.Length == batch.Count + 1
            && offsets[0] == 0 && offsets[^1] == batch.Anchors.Length;
        for (int e = 0; fits && e < batch.Count; e++)
        {
            fits = offsets[e] <= offsets[e + 1] && offsets[e + 1] - offsets[e] <= PromptSketcher.MaxAnchors
                && (uint)batch.AccountOf[e] < (uint)batch.Accounts.Length;
        }
        if (!fits)
        {
            throw new ArgumentException("The columns of the batch do not fit together, or an exchange has more anchors than a sketch has.", nameof(batch));
        }
    }
}
