using System.Buffers;
using System.Text.Unicode;

namespace LinkGraph.Ingestion.Sources;

/// <summary>
/// UTF-8 as text, for a parser that wants text. A byte that is no UTF-8 becomes <see cref="Invalid"/>, which no UTF-8 ever gives, so that
/// it cannot be taken for the U+FFFD that somebody wrote.
/// </summary>
internal sealed class Utf8TextReader(Stream stream) : TextReader
{
    /// <summary>A lone surrogate: it makes the text around it no Unicode.</summary>
    public const char Invalid = '\uD800';

    private const int BlockBytes = 64 * 1024;
    private readonly byte[] _bytes = new byte[BlockBytes];
    private readonly char[] _text = new char[BlockBytes];
    private int _kept;
    private int _read;
    private int _decoded;
    private bool _begun;

    /// <summary>The bytes are at their end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>They ended because the compressed data cannot be read on.</summary>
    public bool IsDamaged { get; private set; }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (_read == _decoded && !HasEnded)
        {
            await DecodeAsync(cancellationToken);
        }
        int count = Math.Min(buffer.Length, _decoded - _read);
        _text.AsSpan(_read, count).CopyTo(buffer.Span);
        _read += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Decodes the next block; the beginning of a character whose rest is still to come waits for it.</summary>
    private async ValueTask DecodeAsync(CancellationToken cancellationToken)
    {
        int read = 0;
        try
        {
            read = await stream.ReadAsync(_bytes.AsMemory(_kept), cancellationToken);
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
        }
        HasEnded = read == 0;
        Decode(_bytes.AsSpan(0, _kept + read));
        _read = !_begun && _decoded > 0 && _text[0] == '\uFEFF' ? 1 : 0; // the byte order mark that some programs put there
        _begun |= _decoded > 0;
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        _decoded = 0;
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Utf8.ToUtf16(
                bytes, _text.AsSpan(_decoded), out int used, out int written, replaceInvalidSequences: false, isFinalBlock: HasEnded);
            bytes = bytes[used..];
            _decoded += written;
            if (status == OperationStatus.NeedMoreData)
            {
                break;
            }
            if (status == OperationStatus.InvalidData)
            {
                _text[_decoded++] = Invalid;
                bytes = bytes[1..];
            }
        }
        bytes.CopyTo(_bytes);
        _kept = bytes.Length;
    }
}
