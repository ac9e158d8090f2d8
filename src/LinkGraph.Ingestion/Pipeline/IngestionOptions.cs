using System.Globalization;
using System.Security.Cryptography;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>The settings of ingestion. Those that shape rows (windows, sampling, keys) must stay the same for the life of a graph.</summary>
public sealed record IngestionOptions
{
    /// <summary>Records in a window. More compress better, fewer take less memory.</summary>
    public int WindowRecords { get; init; } = 50_000;

    /// <summary>A window ends earlier with the record that passes this many bytes.</summary>
    public int WindowBytes { get; init; } = 32 << 20;

    /// <summary>A longer record is rejected, in bytes.</summary>
    public int MaxRecordBytes { get; init; } = 1 << 20;

    /// <summary>Rows in one transaction.</summary>
    public int BatchRows { get; init; } = 5_000;

    /// <summary>One in this many minutes becomes a TimeWindow.</summary>
    public int MinuteSampling { get; init; } = 8;

    /// <summary>Share of rejected records of a source, 0 to 1, that stops the run.</summary>
    public double MaxRejectShare { get; init; } = 0.1;

    /// <summary>So many rejects of a source never stop the run, however few records it has.</summary>
    public int ToleratedRejects { get; init; } = 10;

    /// <summary>Key of the hashes that stand for mail addresses (and for facts with <see cref="HashFacts"/>): 16 bytes or more. Secret, so there is no default.</summary>
    public byte[] Key { get; init; } = [];

    /// <summary>
    /// Keeps addresses and payment fingerprints as keyed hashes too. Proxy networks then match no address, and addresses form no blocks.
    /// </summary>
    public bool HashFacts { get; init; }

    /// <summary>Where rejects are noted; null notes none.</summary>
    public string? RejectsFile { get; init; }

    /// <summary>Windows that are parsed at a time.</summary>
    public int Parallelism { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Tells a database that is away from one that refuses: only the first is waited for. The driver knows; by default none is.</summary>
    public Func<Exception, bool> IsUnavailable { get; init; } = static _ => false;

    /// <summary>How long to wait for a database that is away.</summary>
    public TimeSpan DatabaseWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait for a SQL source whose connection dropped.</summary>
    public TimeSpan SourceWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The settings that shape rows, as text to keep with a graph and to compare with. Of the key it holds four bytes of a keyed hash,
    /// enough to notice another key.
    /// </summary>
    public string DescribeRows()
    {
        string key = Convert.ToHexStringLower(HMACSHA256.HashData(Key, "linkgraph: which key is this"u8).AsSpan(0, 4));
        return string.Create(
            CultureInfo.InvariantCulture, $"one in {MinuteSampling} minutes, facts {(HashFacts ? "hashed" : "as they are")}, key {key}");
    }

    /// <summary>Throws where a setting makes no sense.</summary>
    /// <exception cref="IngestionException">It names the setting.</exception>
    public void Validate()
    {
        Require(WindowRecords is > 0 and <= 1_000_000, nameof(WindowRecords), "1 to 1,000,000");
        Require(WindowBytes is >= 1 << 10 and <= 1 << 29, nameof(WindowBytes), "1 KiB to 512 MiB");
        Require(MaxRecordBytes is >= 64 and <= 1 << 28, nameof(MaxRecordBytes), "64 bytes to 256 MiB");
        Require(BatchRows is > 0 and <= 100_000, nameof(BatchRows), "1 to 100,000");
        Require(MinuteSampling > 0, nameof(MinuteSampling), "1 or more");
        Require(MaxRejectShare is >= 0 and <= 1, nameof(MaxRejectShare), "0 to 1");
        Require(ToleratedRejects >= 0, nameof(ToleratedRejects), "0 or more");
        Require(Key.Length >= 16, nameof(Key), "16 bytes or more");
        Require(Parallelism is > 0 and <= 64, nameof(Parallelism), "1 to 64");
        Require(DatabaseWait >= TimeSpan.Zero, nameof(DatabaseWait), "0 or more");
        Require(SourceWait >= TimeSpan.Zero, nameof(SourceWait), "0 or more");
    }

    private static void Require(bool valid, string setting, string range)
    {
        if (!valid)
        {
            throw new IngestionException($"The setting {setting} must be {range}.");
        }
    }
}
