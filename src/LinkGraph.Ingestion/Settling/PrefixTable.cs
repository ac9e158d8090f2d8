using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LinkGraph.Ingestion.Settling;

/// <summary>The proxy that a network is an exit of.</summary>
internal readonly record struct ProxyExit(string ProxyId, double? Confidence);

/// <summary>
/// Which proxy an address is an exit of: the longest prefix that holds it decides, among equal ones the higher confidence (unknown is
/// lowest), then the ordinally smaller proxy id. An IPv4 address written as IPv6 counts as IPv4.
/// </summary>
internal sealed class PrefixTable
{
    private const int MappedBits = 96;

    private readonly Dictionary<UInt128, ProxyExit>?[] _v4 = new Dictionary<UInt128, ProxyExit>?[33];
    private readonly Dictionary<UInt128, ProxyExit>?[] _v6 = new Dictionary<UInt128, ProxyExit>?[129];

    /// <summary>Adds an address or a CIDR prefix; bits behind the prefix do not matter. False where the text is neither.</summary>
    public bool Add(string network, ProxyExit exit)
    {
        int slash = network.IndexOf('/', StringComparison.Ordinal);
        if (!TryParse(slash < 0 ? network : network.AsSpan(0, slash), out UInt128 bits, out int size, out bool isMapped))
        {
            return false;
        }
        int length = size;
        if (slash >= 0)
        {
            if (!int.TryParse(network.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length))
            {
                return false;
            }
            length -= isMapped ? MappedBits : 0;
            if (length < 0 || length > size)
            {
                return false;
            }
        }
        Dictionary<UInt128, ProxyExit>?[] lengths = size == 32 ? _v4 : _v6;
        Dictionary<UInt128, ProxyExit> prefixes = lengths[length] ??= [];
        UInt128 key = Prefix(bits, size, length);
        if (!prefixes.TryGetValue(key, out ProxyExit present) || IsBetter(exit, present))
        {
            prefixes[key] = exit;
        }
        return true;
    }

    /// <summary>The proxy of an address; null where no prefix holds it or the text is no address.</summary>
    public ProxyExit? Find(string address)
    {
        if (!TryParse(address, out UInt128 bits, out int size, out _))
        {
            return null;
        }
        Dictionary<UInt128, ProxyExit>?[] lengths = size == 32 ? _v4 : _v6;
        for (int length = size; length >= 0; length--)
        {
            if (lengths[length] is { } prefixes && prefixes.TryGetValue(Prefix(bits, size, length), out ProxyExit exit))
            {
                return exit;
            }
        }
        return null;
    }

    private static bool IsBetter(ProxyExit a, ProxyExit b)
    {
        int confidence = Nullable.Compare(a.Confidence, b.Confidence);
        return confidence != 0 ? confidence > 0 : string.CompareOrdinal(a.ProxyId, b.ProxyId) < 0;
    }

    private static UInt128 Prefix(UInt128 bits, int size, int length) => length == 0 ? 0 : bits >> (size - length);

    private static bool TryParse(ReadOnlySpan<char> text, out UInt128 bits, out int size, out bool isMapped)
    {
        (bits, size, isMapped) = (0, 0, false);
        // A zone is a name on one machine and no part of an address.
        if (text.Contains('%') || !IPAddress.TryParse(text, out IPAddress? address))
        {
            return false;
        }
        isMapped = address.IsIPv4MappedToIPv6;
        if (isMapped)
        {
            address = address.MapToIPv4();
        }
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int written);
        foreach (byte b in bytes[..written])
        {
            bits = (bits << 8) | b;
        }
        size = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        return true;
    }
}
