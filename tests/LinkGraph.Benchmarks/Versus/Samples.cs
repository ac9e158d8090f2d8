namespace LinkGraph.Benchmarks.Versus;

/// <summary>What was measured: by what was done and by home, a figure for each time it was done.</summary>
internal sealed class Samples
{
    private readonly Dictionary<(string What, string Home), List<double>> _figures = [];

    public void Add(string what, string home, double figure)
    {
        if (!_figures.TryGetValue((what, home), out var list))
            _figures.Add((what, home), list = []);
        list.Add(figure);
    }

    public double Sum(string what, string home) => _figures.TryGetValue((what, home), out var list) ? list.Sum() : double.NaN;

    /// <summary>The figure below which a share of them lies; not a number where there is none.</summary>
    public double Quantile(string what, string home, double share)
    {
        if (!_figures.TryGetValue((what, home), out var list))
            return double.NaN;
        var sorted = list.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }
}
