using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Operators;

/// <summary>
/// Exits that an operator never uses twice: a walk over the addresses of home providers, one step for each exchange. Each account gets
/// a stretch of the walk of its own.
/// </summary>
internal sealed class RotatingExits
{
    private const int HostsPerBlock = 254;

    private readonly uint[] _blocks;
    private readonly long[] _begins;
    private readonly ulong _stride;

    /// <param name="exchanges">How many exchanges each account of the operator has.</param>
    /// <param name="society">Whose homes' blocks are walked; where they do not suffice, blocks without customers are added.</param>
    /// <param name="rng">Draws the walk.</param>
    public RotatingExits(int[] exchanges, Society society, Rng rng)
    {
        _begins = new long[exchanges.Length];
        var steps = 0L;
        for (var i = 0; i < exchanges.Length; i++)
        {
            _begins[i] = steps;
            steps += exchanges[i];
        }
        var blocks = society.Atlas.Countries.SelectMany(c => c.Providers).SelectMany(p => p.Blocks).ToArray();
        rng.Shuffle(blocks);
        var missing = (int)((steps + HostsPerBlock - 1) / HostsPerBlock) - blocks.Length;
        _blocks = missing > 0 ? [.. blocks, .. society.Space.Blocks(missing)] : blocks;
        _stride = rng.CoprimeTo(Addresses);
    }

    private ulong Addresses => (ulong)_blocks.Length * HostsPerBlock;

    public IWhereabouts For(int account) => new Walk(this, _begins[account]);

    private uint At(long step)
    {
        // the stride shares no factor with the number of addresses, so no address comes back before all were used
        var place = (ulong)step * _stride % Addresses;
        return _blocks[place / HostsPerBlock] | (uint)(1 + (place % HostsPerBlock));
    }

    private sealed class Walk(RotatingExits exits, long step) : IWhereabouts
    {
        private long _step = step;

        public uint At(long time, Rng rng) => exits.At(_step++);
    }
}
