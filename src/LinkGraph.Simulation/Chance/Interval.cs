namespace LinkGraph.Simulation.Chance;

/// <summary>A range that a value is drawn from, evenly.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static implicit operator Interval(double value) => new(value, value);

    public static implicit operator Interval((double Low, double High) range) => new(range.Low, range.High);

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(Rng rng) => rng.Int((int)Low, (int)High);
}
