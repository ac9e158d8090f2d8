using ScottPlot;
using ScottPlot.Palettes;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>The results as drawings: precision against recall by size of operator, honest accounts absorbed against size of world.</summary>
internal static class LabPlots
{
    private const int Width = 900;
    private const int Height = 620;

    private static readonly MarkerShape[] s_shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp, MarkerShape.Cross];

    public static void Draw(IReadOnlyList<LabResult> results, DirectoryInfo folder)
    {
        folder.Create();
        foreach (var resolver in results.GroupBy(r => r.Resolver))
            PrecisionAndRecall(resolver.Key, [.. resolver]).SaveSvg(Path.Combine(folder.FullName, $"precision-recall-{resolver.Key}.svg"), Width, Height);
        Absorbed(results).SaveSvg(Path.Combine(folder.FullName, "absorbed.svg"), Width, Height);
    }

    /// <summary>A point for each world, variant and size of operator: means over operators and seeds; held-back worlds as open circles.</summary>
    private static Plot PrecisionAndRecall(string resolver, LabResult[] results)
    {
        var plot = new Plot();
        var colours = new Category10();
        string[] bands = [.. results[0].Report.Sizes.Select(b => b.Name)];
        for (int band = 0; band < bands.Length; band++)
        {
            foreach (bool heldBack in (bool[])[false, true])
            {
                var points = results.Where(r => r.World.HeldBack == heldBack).GroupBy(r => (r.World.Name, r.Variant)).Select(g => Mean(g, band)).OfType<(double, double)>().ToArray();
                if (points.Length == 0)
                    continue;
                var shape = heldBack ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
                var markers = plot.Add.Markers(points.Select(p => p.Item1).ToArray(), points.Select(p => p.Item2).ToArray(), shape, 9, colours.GetColor(band).WithAlpha(0.75));
                markers.LegendText = $"operators of {bands[band]}{(heldBack ? ", held back" : "")}";
            }
        }
        plot.Axes.SetLimits(-0.02, 1.02, -0.02, 1.02);
        plot.XLabel("recall: share of an operator's accounts in its best cluster");
        plot.YLabel("precision: the operator's share of that cluster");
        plot.Title($"{resolver}: a point for each world and size of operator");
        plot.ShowLegend(Alignment.LowerLeft);
        return plot;
    }

    private static (double Recall, double Precision)? Mean(IEnumerable<LabResult> seeds, int band)
    {
        var bands = seeds.Select(r => r.Report.Sizes[band]).Where(b => b.Entities > 0).ToArray();
        double all = bands.Sum(b => b.Entities);
        return all == 0 ? null : (bands.Sum(b => b.Recall * b.Entities) / all, bands.Sum(b => b.Purity * b.Entities) / all);
    }

    /// <summary>For each kind of world and resolver, a point for each world and variant: the median over seeds, with a line from least to most.</summary>
    private static Plot Absorbed(IReadOnlyList<LabResult> results)
    {
        var plot = new Plot();
        var colours = new Category10();
        string[] kinds = [.. results.Select(r => r.World.Kind).Distinct()], resolvers = [.. results.Select(r => r.Resolver).Distinct()];
        foreach (var group in results.GroupBy(r => (r.World.Kind, r.Resolver)))
        {
            var colour = colours.GetColor(Array.IndexOf(kinds, group.Key.Kind));
            var points = group.GroupBy(r => (r.World.Name, r.Variant)).Select(g => (
                Honest: LogAxis.At(Spread.Of(g.Select(r => (double)r.Report.Honest.Accounts)).Median),
                Absorbed: Spread.Of(g.Select(r => LogAxis.At(1 + r.Report.Honest.Absorbed))))).ToArray();
            foreach (var (honest, absorbed) in points)
                plot.Add.Line(honest, absorbed.Low, honest, absorbed.High).Color = colour.WithAlpha(0.5);
            var markers = plot.Add.Markers(
                points.Select(p => p.Honest).ToArray(), points.Select(p => p.Absorbed.Median).ToArray(),
                s_shapes[Array.IndexOf(resolvers, group.Key.Resolver) % s_shapes.Length], 9, colour.WithAlpha(0.75));
            markers.LegendText = resolvers.Length == 1 ? group.Key.Kind : $"{group.Key.Kind}, {group.Key.Resolver}";
        }
        int most = (int)Math.Ceiling(results.Max(r => LogAxis.At(1 + r.Report.Honest.Absorbed)));
        LogAxis.Label(plot.Axes.Left, "honest accounts absorbed (0 at the foot)", 0, Math.Max(1, most), value => value <= 1 ? "0" : value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        LogAxis.Label(plot.Axes.Bottom, "honest accounts in the world", 3, Math.Max(6, (int)Math.Ceiling(results.Max(r => LogAxis.At(Math.Max(1, r.Report.Honest.Accounts))))));
        plot.Title("Honest people absorbed into operators, by size of world");
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }
}
