using System.IO.Compression;

namespace LinkGraph.Simulation.Output;

/// <summary>The records of some accounts, as they go into the files.</summary>
internal sealed class Chunk
{
    public Utf8Buffer Accounts { get; } = new();

    public Utf8Buffer Payments { get; } = new();

    public Utf8Buffer Exchanges { get; } = new();

    public Utf8Buffer Truth { get; } = new();

    /// <summary>For each exchange its time and where its line begins.</summary>
    public List<(long Time, int Start)> Lines { get; } = [];

    public int AccountCount { get; set; }

    public int PaymentCount { get; set; }

    public int TruthCount { get; set; }

    /// <summary>Bytes before compression.</summary>
    public long Bytes { get; private set; }

    public void Clear()
    {
        Accounts.Length = Payments.Length = Exchanges.Length = Truth.Length = 0;
        AccountCount = PaymentCount = TruthCount = 0;
        Lines.Clear();
    }

    /// <summary>Takes down how long the text is, and compresses it where asked to: what was made by many threads is compressed by them.</summary>
    public void Finish(bool compress, bool exchangesToo)
    {
        Bytes = (long)Accounts.Length + Payments.Length + Exchanges.Length + Truth.Length;
        if (!compress)
            return;
        Compress(Accounts);
        Compress(Payments);
        if (exchangesToo)
            Compress(Exchanges);
    }

    /// <summary>Makes the text a gzip member of its own; members one after another are a gzip file.</summary>
    public static void Compress(Utf8Buffer buffer)
    {
        if (buffer.Length == 0)
            return;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(buffer.Written.Span);
        buffer.Length = 0;
        buffer.Append(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }
}
