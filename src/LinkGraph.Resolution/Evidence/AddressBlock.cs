using System.Net;
using System.Net.Sockets;

namespace LinkGraph.Resolution.Evidence;

/// <summary>
/// The blocks of an address. IPv4: the /24. IPv6: the /64, which one household or server has to itself as it has an IPv4 address's
/// neighbourhood, and the /48, whose people tell where it is. A key that is no address (kept as a keyed hash, say) is its own block.
/// </summary>
internal readonly record struct AddressBlock(UInt128 Block, UInt128 Region, string BlockName, string RegionName)
{
    private const ulong V4 = 1, V6Subnet = 2, V6Site = 3;

    /// <summary>Null when the key is no address.</summary>
    public static AddressBlock? Of(string key)
    {
        if (!IPAddress.TryParse(key, out var address))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _))
        {
            return null;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            var value = (ulong)((bytes[0] << 16) | (bytes[1] << 8) | bytes[2]);
            var block = new UInt128(V4, value);
            var name = $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24";
            return new(block, block, name, name);
        }

        ulong high = 0;
        for (var i = 0; i < 8; i++)
        {
            high = (high << 8) | bytes[i];
        }

        bytes[8..].Clear();
        var subnet = new IPAddress(bytes) + "/64";
        bytes[6..].Clear();
        return new(new UInt128(V6Subnet, high), new UInt128(V6Site, high >> 16), subnet, new IPAddress(bytes) + "/48");
    }
}
