using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Output;

/// <summary>A growing buffer that values are written to as UTF-8 text, without a string for any of them.</summary>
internal sealed class Utf8Buffer
{
    private const int Spare = 64;

    private byte[] _bytes = new byte[4_096];
    private int _length;

    public int Length
    {
        get => _length;
        set => _length = value;
    }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Appends what is left of a file.</summary>
    public void AppendAll(FileStream file)
    {
        var left = checked((int)(file.Length - file.Position));
        Reserve(left);
        file.ReadExactly(_bytes.AsSpan(_length, left));
        _length += left;
    }

    /// <summary>Appends ASCII text.</summary>
    public void Append(string text)
    {
        Reserve(text.Length);
        _length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(_length));
    }

    /// <summary>Copies all sixteen bytes, of which <paramref name="length"/> count: cheaper than copying just those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendWide(ReadOnlySpan<byte> sixteen, int length)
    {
        Reserve(sixteen.Length);
        sixteen[..16].CopyTo(_bytes.AsSpan(_length));
        _length += length;
    }

    public void Append(byte letter)
    {
        Reserve(1);
        _bytes[_length++] = letter;
    }

    public void Append(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Appends the dotted form of an IPv4 address.</summary>
    public void AppendAddress(uint address)
    {
        Append((int)(address >> 24));
        Append((byte)'.');
        Append((int)((address >> 16) & 255));
        Append((byte)'.');
        Append((int)((address >> 8) & 255));
        Append((byte)'.');
        Append((int)(address & 255));
    }

    /// <summary>Appends a time in Unix seconds as <c>2026-03-01T12:00:00Z</c>.</summary>
    public void AppendTime(long seconds)
    {
        Reserve(20);
        var day = (int)(seconds / Calendar.Day);
        var second = (int)(seconds % Calendar.Day);

        // days to a date, Gregorian; years begin in March so that the leap day is the last
        var z = day + 719_468;
        var era = z / 146_097;
        var dayOfEra = z - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);

        AppendTwo(year / 100);
        AppendTwo(year % 100);
        AppendTwo((byte)'-', month);
        AppendTwo((byte)'-', dayOfYear - (((153 * shifted) + 2) / 5) + 1);
        AppendTwo((byte)'T', second / 3_600);
        AppendTwo((byte)':', second / 60 % 60);
        AppendTwo((byte)':', second % 60);
        _bytes[_length++] = (byte)'Z';
    }

    /// <summary>Appends sixteen hexadecimal digits.</summary>
    public void AppendHex(ulong value)
    {
        Reserve(16);
        for (var shift = 60; shift >= 0; shift -= 4)
            _bytes[_length++] = "0123456789abcdef"u8[(int)(value >> shift) & 15];
    }

    private void AppendTwo(byte before, int number)
    {
        _bytes[_length++] = before;
        AppendTwo(number);
    }

    private void AppendTwo(int number)
    {
        _bytes[_length++] = (byte)('0' + (number / 10));
        _bytes[_length++] = (byte)('0' + (number % 10));
    }

    /// <summary>Makes room for that many bytes more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more + Spare));
    }
}
