namespace LinkGraph.Simulation.Chance;

/// <summary>
/// Draws indexes as people choose: the first of a list often, the last seldom (Zipf's law). A table, because every word of every prompt
/// is drawn from one.
/// </summary>
internal sealed class Skew
{
    private readonly ushort[] _index;
    private readonly int _shift;

    /// <param name="count">Length of the list, at most 65,535.</param>
    /// <param name="flatness">1 is Zipf's law, more is more even.</param>
    /// <param name="bits">The table has two to the power of this many cells.</param>
    public Skew(int count, double flatness = 1, int bits = 12)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, ushort.MaxValue);
        _index = new ushort[1 << bits];
        _shift = 64 - bits;
        var log = PortableMath.Log(count + 1);
        for (var cell = 0; cell < _index.Length; cell++)
        {
            var u = (cell + 0.5) / _index.Length;
            if (flatness != 1)
                u = PortableMath.Pow(u, 1 / flatness);
            _index[cell] = (ushort)Math.Clamp((int)PortableMath.Exp(u * log) - 1, 0, count - 1);
        }
    }

    public int Index(Rng rng) => _index[rng.Next() >> _shift];
}
