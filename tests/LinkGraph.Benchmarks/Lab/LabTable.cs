using System.Globalization;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>The results as Markdown: a table for each kind of world, medians over seeds with what they lie between.</summary>
internal static class LabTable
{
    public static IEnumerable<string> Of(IReadOnlyList<LabResult> results)
    {
        foreach (var kind in results.GroupBy(r => r.World.Kind))
        {
            yield return "";
            yield return $"### {kind.Key}";
            yield return "";
            foreach (string line in Of([.. kind]))
                yield return line;
        }
        if (results.Any(r => r.World.HeldBack))
        {
            yield return "";
            yield return "\\* held back: no setting was chosen by it. Medians (least–most over seeds); found: operators with half of their accounts or more in one cluster of which they are half or more.";
        }
    }

    private static IEnumerable<string> Of(LabResult[] results)
    {
        string[] bands = [.. results.SelectMany(r => r.Report.Sizes).Where(b => b.Entities > 0).Select(b => b.Name).Distinct()];
        bands = [.. results[0].Report.Sizes.Select(b => b.Name).Where(bands.Contains)];
        var rows = new List<string[]>
        {
            (string[])["world", "without", "resolver", "F1", "B3", "caught", "absorbed", "merged", "found", .. bands.Select(b => $"of {b}"), "s", "MB"],
        };
        foreach (var row in results.GroupBy(r => (r.World.Name, r.Variant, r.Resolver)))
        {
            LabResult[] seeds = [.. row];
            rows.Add(
            [
                row.Key.Name + (seeds[0].World.HeldBack ? "\\*" : ""),
                row.Key.Variant == "full" ? "" : row.Key.Variant.Replace("no-", "", StringComparison.Ordinal),
                row.Key.Resolver,
                Over(seeds, r => r.Report.Pairwise.F1, "0.0000"),
                Over(seeds, r => r.Report.BCubed.F1, "0.0000"),
                Over(seeds, r => r.Caught, "0.000"),
                Over(seeds, r => r.Report.Honest.Absorbed, "N0"),
                Over(seeds, r => r.Report.Honest.Merged, "N0"),
                Over(seeds, r => r.Found, "0%"),
                .. bands.Select(b => FoundIn(b, seeds)),
                Over(seeds, r => r.Time.TotalSeconds, "0.0"),
                Over(seeds, r => r.Megabytes, "N0"),
            ]);
        }
        return Markdown(rows);
    }

    private static string FoundIn(string band, LabResult[] seeds)
    {
        var bands = seeds.SelectMany(r => r.Report.Sizes).Where(b => b.Name == band).ToArray();
        int count = bands.Sum(b => b.Entities);
        return count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{bands.Sum(b => b.Found)}/{count}");
    }

    private static string Over(LabResult[] seeds, Func<LabResult, double> figure, string format)
    {
        var (low, median, high) = Spread.Of(seeds.Select(figure));
        string middle = Text(median);
        return Text(low) == Text(high) ? middle : $"{middle} ({Text(low)}–{Text(high)})";

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Markdown(List<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => Math.Max(3, rows.Max(r => r[column].Length)))];
        rows.Insert(1, [.. widths.Select((width, column) => column < 3 ? new string('-', width) : new string('-', width - 1) + ":")]);
        return rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |");
    }
}
