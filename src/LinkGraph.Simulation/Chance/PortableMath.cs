namespace LinkGraph.Simulation.Chance;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions alone. The ones of the C library differ in their last bit
/// from platform to platform, and one bit can move a word in a prompt: worlds would no longer be byte for byte the same everywhere.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309;

    public static double Exp(double x)
    {
        var k = Math.Floor((x / Ln2) + 0.5);
        var r = x - (k * Ln2);
        var sum = 1.0;
        for (var i = 14; i > 0; i--)
            sum = 1 + (sum * r / i);
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0.0;
        for (var i = 35; i > 0; i -= 2)
            sum = (sum * square) + (1.0 / i);
        return (exponent * Ln2) + (2 * z * sum);
    }

    public static double Pow(double x, double y) => x <= 0 ? 0 : Exp(y * Log(x));
}
