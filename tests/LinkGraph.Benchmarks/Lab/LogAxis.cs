using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>An axis in powers of ten: ScottPlot draws what is given it evenly, so values go in as logarithms.</summary>
internal static class LogAxis
{
    /// <summary>Where a value above 0 lies.</summary>
    public static double At(double value) => Math.Log10(value);

    public static void Label(IAxis axis, string text, int from, int to, Func<double, string>? tick = null)
    {
        int[] powers = [.. Enumerable.Range(from, to - from + 1)];
        tick ??= value => value.ToString("#,0.#####", CultureInfo.InvariantCulture);
        axis.TickGenerator = new NumericManual([.. powers.Select(p => (double)p)], [.. powers.Select(p => tick(Math.Pow(10, p)))]);
        axis.Label.Text = text;
        (axis.Min, axis.Max) = (from - 0.1, to + 0.1);
    }
}
