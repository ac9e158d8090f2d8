using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LinkGraph.Ingestion.Validation;

/// <summary>Addresses and networks in their one canonical text, so that the same address is the same fact however it was written.</summary>
internal static class AddressText
{
    /// <summary>Longest text of an address.</summary>
    public const int MaxLength = 45;

    /// <summary>
    /// True for a dotted quad without leading zeros (some programs read those as octal), which is canonical as it stands.
    /// </summary>
    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        int parts = 0;
        int value = 0;
        int digits = 0;
        foreach (byte b in text)
        {
            if (b == '.')
            {
                if (digits == 0 || ++parts > 3)
                {
                    return false;
                }
                value = digits = 0;
                continue;
            }
            int digit = b - '0';
            if ((uint)digit > 9 || (digits > 0 && value == 0))
            {
                return false;
            }
            value = (value * 10) + digit;
            digits++;
            if (value > 255)
            {
                return false;
            }
        }
        return parts == 3 && digits > 0;
    }

    /// <summary>The address, IPv4 in IPv6 as IPv4; null where the text is none. Zones, ports and brackets are not part of an address.</summary>
    public static IPAddress? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength || (!IsIPv4(text) && !LooksLikeIPv6(text)) || !IPAddress.TryParse(text, out IPAddress? address))
        {
            return null;
        }
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>Canonical text of an address or of a network with its host bits cleared; a network of one address is that address.</summary>
    public static string? ParseNetwork(ReadOnlySpan<byte> text)
    {
        int slash = text.IndexOf((byte)'/');
        if (slash < 0)
        {
            return Parse(text)?.ToString();
        }
        IPAddress? address = Parse(text[..slash]);
        ReadOnlySpan<byte> lengthText = text[(slash + 1)..];
        if (address is null || lengthText.Length is 0 or > 3 || lengthText.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0
            || (lengthText.Length > 1 && lengthText[0] == '0'))
        {
            return null;
        }
        int length = int.Parse(lengthText, System.Globalization.CultureInfo.InvariantCulture);
        bool mapped = address.AddressFamily == AddressFamily.InterNetwork && text[..slash].Contains((byte)':');
        length -= mapped ? 96 : 0;
        byte[] bytes = address.GetAddressBytes();
        if (length < 0 || length > bytes.Length * 8)
        {
            return null;
        }
        if (length == bytes.Length * 8)
        {
            return address.ToString();
        }
        for (int bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }
        return new IPNetwork(new IPAddress(bytes), length).ToString();
    }

    /// <summary>Writes the canonical text; false where the text is no address.</summary>
    public static bool TryCanonicalise(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        IPAddress? address = Parse(text);
        return address is not null && Encoding.UTF8.TryGetBytes(address.ToString(), destination, out written);
    }

    private static bool LooksLikeIPv6(ReadOnlySpan<byte> text)
    {
        bool colon = false;
        foreach (byte b in text)
        {
            colon |= b == ':';
            if (b is not (>= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f' or >= (byte)'A' and <= (byte)'F' or (byte)':' or (byte)'.'))
            {
                return false;
            }
        }
        return colon;
    }
}
