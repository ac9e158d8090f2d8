namespace LinkGraph.Ingestion.Prompts;

/// <summary>A copy of a text between zeros, so that whatever is found in it can be read in blocks of bytes that reach beyond it.</summary>
internal sealed class PaddedText
{
    /// <summary>At least so many zeros stand before and behind.</summary>
    public const int Padding = 8;

    private byte[] _bytes = new byte[4096];

    /// <summary>Copies a text; what was returned before is overwritten.</summary>
    /// <returns>The zeros and the text, in whole blocks of <see cref="WordEdges.BlockBytes"/>.</returns>
    public ReadOnlySpan<byte> Fill(ReadOnlySpan<byte> text)
    {
        int blocks = ((text.Length + (2 * Padding) - 1) / WordEdges.BlockBytes) + 1;
        int length = checked(blocks * WordEdges.BlockBytes);
        if (length > _bytes.Length)
        {
            _bytes = new byte[Math.Max(length, (int)Math.Min(2L * _bytes.Length, Array.MaxLength & ~0xFFF))];
        }
        text.CopyTo(_bytes.AsSpan(Padding));
        _bytes.AsSpan(Padding + text.Length, length - Padding - text.Length).Clear();
        return _bytes.AsSpan(0, length);
    }
}
