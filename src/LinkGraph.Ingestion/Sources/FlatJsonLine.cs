using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace LinkGraph.Ingestion.Sources;

/// <summary>
/// Reads the form that nearly all lines have: an object of known fields whose values are texts without escapes, whole numbers or null,
/// with at most one space behind a colon or a comma. All else, whatever is malformed included, it leaves to <see cref="JsonLineParser"/>.
/// </summary>
internal sealed class FlatJsonLine(RecordSchema schema)
{
    /// <summary>So many bytes behind a line must be there to read; what they are does not matter.</summary>
    public const int Slack = 64;

    private readonly Label[] _labels = [.. schema.Fields.Select(field => new Label(field))];

    /// <summary>False where the line is of another form; what the record then holds means nothing.</summary>
    public bool TryParse(byte[] data, int start, int length, RawRecord record)
    {
        if (length == 0 || data[start] != '{' || data.Length - start - length < Slack)
        {
            return false;
        }
        // Beyond the line the text may go on as it likes: what counts is that the object ends exactly where the line does.
        ReadOnlySpan<byte> text = data.AsSpan(start, length + Slack);
        int at = 1;
        for (int guess = 0; at < length;)
        {
            int field = FieldAt(text[at..], guess);
            if (field < 0)
            {
                return false;
            }
            at += _labels[field].Length;
            at += text[at] == ' ' ? 1 : 0;
            int end = text[at] == '"' ? EndOfText(text, at + 1) : EndOfWord(text, at);
            if (end >= length)
            {
                return false;
            }
            if (text[at] == '"')
            {
                record.Set(field, new FieldSlice(start + at + 1, end - at - 1, FieldType.Text));
                at = end + 1;
            }
            else if (char.IsAsciiDigit((char)text[at]) && (text[at] != '0' || end == at + 1))
            {
                record.Set(field, new FieldSlice(start + at, end - at, FieldType.Number));
                at = end;
            }
            else if (text[at..].StartsWith("null"u8))
            {
                record.Set(field, default);
                at += 4;
            }
            else
            {
                return false;
            }
            if (text[at] == '}')
            {
                return at == length - 1;
            }
            if (text[at] != ',')
            {
                return false;
            }
            at++;
            at += text[at] == ' ' ? 1 : 0;
            guess = field + 1;
        }
        return false;
    }

    /// <summary>The field whose name and colon the text begins with, -1 if none of them. Fields mostly come in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FieldAt(ReadOnlySpan<byte> text, int guess)
    {
        Vector128<byte> begin = Vector128.Create(text);
        Label[] labels = _labels;
        if ((uint)guess < (uint)labels.Length && labels[guess].Matches(begin))
        {
            return guess;
        }
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i].Matches(begin))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Where a text ends that has no escapes and no control characters; else behind the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfText(ReadOnlySpan<byte> text, int at)
    {
        for (; text.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.Create(text[at..]);
            Vector256<byte> quotes = Vector256.Equals(bytes, Vector256.Create((byte)'"'));
            Vector256<byte> escapes = Vector256.Equals(bytes, Vector256.Create((byte)'\\'));
            Vector256<byte> controls = Vector256.LessThan(bytes, Vector256.Create((byte)0x20));
            uint stops = (quotes | escapes | controls).ExtractMostSignificantBits();
            if (stops != 0)
            {
                at += BitOperations.TrailingZeroCount(stops);
                return text[at] == '"' ? at : text.Length;
            }
        }
        return text.Length;
    }

    /// <summary>Where digits or letters of a value without quotes end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfWord(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            at++;
        }
        return at;
    }

    /// <summary>A name as it stands in a line, quotes and colon included, to compare with in one step.</summary>
    private readonly struct Label
    {
        private readonly Vector128<byte> _bytes;
        private readonly Vector128<byte> _mask;

        /// <exception cref="ArgumentException">The name is too long for this way to read.</exception>
        public Label(string name)
        {
            byte[] label = Encoding.UTF8.GetBytes($"\"{name}\":");
            Length = label.Length;
            Span<byte> padded = stackalloc byte[Vector128<byte>.Count];
            Span<byte> mask = stackalloc byte[Vector128<byte>.Count];
            label.CopyTo(padded);
            mask[..Length].Fill(0xFF);
            _bytes = Vector128.Create<byte>(padded);
            _mask = Vector128.Create<byte>(mask);
        }

        public int Length { get; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Matches(Vector128<byte> text) => (text & _mask) == _bytes;
    }
}
