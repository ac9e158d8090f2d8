using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Places;

/// <summary>Hands out /24 blocks of public IPv4 addresses in no visible order, each once.</summary>
internal sealed class AddressSpace(Rng rng)
{
    private const uint Mask = 0xFFFFFF;

    private readonly uint _offset = (uint)rng.Next() & Mask;
    private uint _handedOut;

    /// <summary>The first address of a block that nobody has.</summary>
    public uint Block()
    {
        while (_handedOut <= Mask)
        {
            // every step is one to one on 24 bits, so no block comes twice
            var x = ((_handedOut++ * 0x9E3779B1) + _offset) & Mask;
            x ^= x >> 12;
            x = (x * 0x85EBCA6B) & Mask;
            x ^= x >> 11;
            if (IsPublic((byte)(x >> 16)))
                return x << 8;
        }
        throw new InvalidOperationException("This world needs more address blocks than IPv4 has. Ask for fewer people.");
    }

    public uint[] Blocks(int count) => Many.Of(count, Block);

    /// <summary>Single addresses, each in a block of its own.</summary>
    public uint[] Scattered(int count) => Many.Of(count, () => Within(Block(), rng));

    public static uint Within(uint block, Rng rng) => block | (uint)rng.Int(1, 254);

    // whole /8 networks free of special purpose ranges
    private static bool IsPublic(byte first) => first is (>= 11 and <= 99) or (>= 101 and <= 126) or (>= 128 and <= 168) or (>= 173 and <= 191);
}
