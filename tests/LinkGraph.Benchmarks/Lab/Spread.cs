namespace LinkGraph.Benchmarks.Lab;

/// <summary>A figure over several seeds.</summary>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double median = (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
        return new Spread(sorted[0], median, sorted[^1]);
    }
}
