using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Places;

/// <summary>An internet provider of homes.</summary>
internal sealed record Provider(uint[] Blocks)
{
    /// <summary>An address that this provider gives, the same for the same key.</summary>
    public uint Address(ulong key)
    {
        var hash = Rng.Mix(key);
        return Blocks[(hash >> 32) % (ulong)Blocks.Length] | (1 + (uint)(hash & 0xFFFFFFFF) % 254);
    }
}
