namespace LinkGraph.Resolution.Lives;

/// <summary>The families in which people have something of their own.</summary>
internal enum LifeFamily
{
    Network,
    Script,
    Money,
}

/// <summary>A group's life left by family, as a share of what is ordinary; NaN where the family is missing.</summary>
internal readonly record struct GroupLife(double Network, double Script, double Money)
{
    public int Families => Count(Network) + Count(Script) + Count(Money);

    /// <summary>0 where there is no family.</summary>
    public double Most => Math.Max(Math.Max(Value(Network, 0), Value(Script, 0)), Value(Money, 0));

    /// <summary>Geometric mean over the families there are; 1 where there is none.</summary>
    public double Mean => MeanOf(Network, Script, Money);

    /// <summary>As <see cref="Mean"/>, but nobody has more than an ordinary life.</summary>
    public double CappedMean => MeanOf(Math.Min(Network, 1), Math.Min(Script, 1), Math.Min(Money, 1));

    private static double MeanOf(double a, double b, double c)
    {
        var families = Count(a) + Count(b) + Count(c);
        return families == 0 ? 1 : Math.Pow(Value(a, 1) * Value(b, 1) * Value(c, 1), 1.0 / families);
    }

    private static int Count(double x) => double.IsNaN(x) ? 0 : 1;

    private static double Value(double x, double missing) => double.IsNaN(x) ? missing : x;
}
