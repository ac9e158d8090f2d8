namespace LinkGraph.Ingestion.Sources;

/// <summary>What a field of a raw record holds.</summary>
internal enum FieldType : byte
{
    /// <summary>Missing or null.</summary>
    Absent,
    Text,
    Number,

    /// <summary>True, false, an object or an array: no field of the contract is one.</summary>
    Other,

    /// <summary>Text that is no Unicode: a lone surrogate, bytes that are no UTF-8.</summary>
    NotUnicode,

    /// <summary>Longer than a record may be.</summary>
    TooLong,
}

/// <summary>Where a field's bytes are.</summary>
internal readonly record struct FieldSlice(int Start, int Length, FieldType Type, bool Unescaped = false);

/// <summary>
/// One record before validation: its known fields as slices of the window's bytes (or of a scratch buffer, for JSON text with
/// escapes). One for each worker, used again and again; it also carries the fault that validation found.
/// </summary>
internal sealed class RawRecord(int fields = RawRecord.MaxFields)
{
    /// <summary>No record kind has more fields; a mapping may.</summary>
    public const int MaxFields = 8;

    private readonly FieldSlice[] _fields = new FieldSlice[fields];
    private byte[] _data = [];
    private byte[] _scratch = new byte[4096];
    private int _scratchUsed;

    /// <summary>Numbers come as text: the format has no types (CSV).</summary>
    public bool Untyped { get; private set; }

    /// <summary>Index of the field at fault, -1 for the record as a whole.</summary>
    public int FaultField { get; private set; }

    /// <summary>Why the record is rejected. Never holds anything of the record itself.</summary>
    public string FaultReason { get; private set; } = "";

    public void Reset(byte[] data, bool untyped)
    {
        _data = data;
        Untyped = untyped;
        _scratchUsed = 0;
        Array.Clear(_fields);
    }

    public FieldType TypeOf(int field) => _fields[field].Type;

    public ReadOnlySpan<byte> Bytes(int field)
    {
        FieldSlice slice = _fields[field];
        return (slice.Unescaped ? _scratch : _data).AsSpan(slice.Start, slice.Length);
    }

    public void Set(int field, FieldSlice slice) => _fields[field] = slice;

    /// <summary>Room for text that takes at most so many bytes; <see cref="Keep"/> says how many it took.</summary>
    public Span<byte> Scratch(int length)
    {
        if (_scratch.Length - _scratchUsed < length)
        {
            Array.Resize(ref _scratch, Math.Max(_scratch.Length * 2, _scratchUsed + length));
        }
        return _scratch.AsSpan(_scratchUsed);
    }

    public void Keep(int field, int length)
    {
        _fields[field] = new FieldSlice(_scratchUsed, length, FieldType.Text, Unescaped: true);
        _scratchUsed += length;
    }

    /// <summary>Always false, so that a rule can end with it.</summary>
    public bool Fail(int field, string reason)
    {
        FaultField = field;
        FaultReason = reason;
        return false;
    }
}
