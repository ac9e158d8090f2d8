namespace LinkGraph.Storage.Values;

/// <summary>How many of one unit of time another holds.</summary>
public static class TimeUnits
{
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = SecondsPerDay * NanosPerSecond;
    public const long SecondsPerDay = 86_400;

    /// <summary>Offsets from UTC reach 18 hours either way.</summary>
    public const int LargestOffset = 18 * 3600;

    /// <summary>The quotient rounded down, and the remainder that is never negative.</summary>
    public static (long Quotient, long Remainder) FloorDivide(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
