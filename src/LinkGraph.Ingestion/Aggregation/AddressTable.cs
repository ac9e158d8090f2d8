using System.Text;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Numbers addresses by their canonical text; a spelling is parsed once in a window, however often it comes.</summary>
internal sealed class AddressTable(FactKeys keys)
{
    private const int NoAddress = -1;
    private readonly SpanTable _spellings = new();
    private int[] _canonicalOf = new int[512];

    public SpanTable Canonical { get; } = new();

    /// <summary>The number of a record's address, -1 where it has none.</summary>
    public bool TryGet(RawRecord record, int field, out int address)
    {
        address = NoAddress;
        if (!FieldRules.IsText(record, field, out ReadOnlySpan<byte> text))
        {
            return false;
        }
        if (text.IsEmpty)
        {
            return true;
        }
        if (text.Length > AddressText.MaxLength)
        {
            return record.Fail(field, "not an IP address");
        }
        int known = _spellings.Count;
        int spelling = _spellings.GetOrAdd(text);
        if (spelling == known)
        {
            Learn(spelling, text);
        }
        address = _canonicalOf[spelling];
        return address != NoAddress || record.Fail(field, "not an IP address");
    }

    public void Clear()
    {
        _spellings.Clear();
        Canonical.Clear();
    }

    private void Learn(int spelling, ReadOnlySpan<byte> text)
    {
        if (spelling >= _canonicalOf.Length)
        {
            Array.Resize(ref _canonicalOf, spelling * 2);
        }
        Span<byte> buffer = stackalloc byte[AddressText.MaxLength];
        int length = text.Length;
        if (AddressText.IsIPv4(text))
        {
            text.CopyTo(buffer);
        }
        else if (!AddressText.TryCanonicalise(text, buffer, out length))
        {
            _canonicalOf[spelling] = NoAddress;
            return;
        }
        ReadOnlySpan<byte> canonical = buffer[..length];
        _canonicalOf[spelling] = Canonical.GetOrAdd(keys.HashFacts ? Encoding.UTF8.GetBytes(keys.Hash(canonical)) : canonical);
    }
}
