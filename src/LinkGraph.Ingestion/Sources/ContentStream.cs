using System.IO.Compression;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Opens the content of a byte stream, decompressed if it is gzip.</summary>
internal static class ContentStream
{
    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>The content, and whether it is the stream itself, byte for byte.</summary>
    public static async ValueTask<(Stream Content, bool Plain)> OpenAsync(Stream raw, CancellationToken cancellationToken)
    {
        byte[] magic = await ReadUpToAsync(raw, GzipMagic.Length, cancellationToken);
        var whole = new PrefixStream(magic, raw);
        return magic.AsSpan().SequenceEqual(GzipMagic) ? (new GZipStream(whole, CompressionMode.Decompress), false) : (whole, true);
    }

    /// <summary>The first bytes of a stream; fewer if it ends, or breaks, before.</summary>
    public static async ValueTask<byte[]> ReadUpToAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[count];
        int filled = 0;
        try
        {
            for (int read = 1; filled < count && read > 0; filled += read)
            {
                read = await stream.ReadAsync(bytes.AsMemory(filled), cancellationToken);
            }
        }
        catch (InvalidDataException)
        {
            // Broken compression; whoever reads on comes to the same place and says where it is.
        }
        return bytes[..filled];
    }
}
