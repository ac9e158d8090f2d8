using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>Compares a result with the one that a scenario expects.</summary>
public static class ResultComparison
{
    private const int RowsShown = 10;

    /// <returns>Null if they agree, otherwise the difference: a headline, and both tables below it.</returns>
    public static string? Difference(ExpectResult expected, TckTable actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var wanted = Lines(expected.Table, expected.IgnoringListOrder);
        var got = Lines(actual, expected.IgnoringListOrder);
        var headline =
            !expected.Table.Columns.SequenceEqual(actual.Columns, StringComparer.Ordinal) ? "other columns"
            : wanted.Count != got.Count ? "another number of rows"
            : expected.InOrder && wanted.SequenceEqual(got, StringComparer.Ordinal) ? null
            : !wanted.Order(StringComparer.Ordinal).SequenceEqual(got.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? "other rows"
            : expected.InOrder ? "rows in another order"
            : null;
        return headline is null ? null : $"{headline}\nexpected {Show(expected.Table, wanted)}\ngot {Show(actual, got)}";
    }

    private static List<string> Lines(TckTable table, bool ignoringListOrder) =>
        [.. table.Rows.Select(row => string.Join(" | ", row.Select(value => TckText.Of(value, ignoringListOrder))))];

    private static string Show(TckTable table, List<string> lines)
    {
        var more = lines.Count > RowsShown ? $"\n  … {lines.Count - RowsShown} more" : "";
        var rows = string.Concat(lines.Take(RowsShown).Select(line => "\n  " + line));
        return $"{lines.Count} rows of ({string.Join(" | ", table.Columns)}):{rows}{more}";
    }
}
