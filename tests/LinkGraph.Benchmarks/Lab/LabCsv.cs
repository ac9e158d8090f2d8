using System.Data;
using LinkGraph.Files;
using Sylvan.Data.Csv;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>The results as CSV: a row for each world, seed, variant and resolver.</summary>
internal static class LabCsv
{
    private static readonly (string Name, Func<LabResult, object> Value)[] s_columns =
    [
        ("kind", r => r.World.Kind), ("world", r => r.World.Name), ("held_back", r => r.World.HeldBack), ("seed", r => r.Seed), ("variant", r => r.Variant),
        ("resolver", r => r.Resolver), ("accounts", r => r.Report.Accounts), ("honest", r => r.Report.Honest.Accounts),
        ("precision", r => r.Report.Pairwise.Precision), ("recall", r => r.Report.Pairwise.Recall), ("f1", r => r.Report.Pairwise.F1),
        ("b3_precision", r => r.Report.BCubed.Precision), ("b3_recall", r => r.Report.BCubed.Recall), ("b3", r => r.Report.BCubed.F1),
        ("operator_b3", r => r.Report.OperatorBCubed.F1), ("fakes", r => r.Report.Operators.Accounts), ("caught", r => r.Report.Operators.Caught),
        ("absorbed", r => r.Report.Honest.Absorbed), ("merged", r => r.Report.Honest.Merged), ("operators", r => r.Report.Operators.Count),
        ("found", r => r.Report.Operators.Found), ("mean_recall", r => r.Report.Operators.MeanRecall), ("mean_purity", r => r.Report.Operators.MeanPurity),
        ("seconds", r => r.Time.TotalSeconds), ("megabytes", r => r.Megabytes),
    ];

    public static async Task WriteAsync(FileInfo file, IReadOnlyList<LabResult> results, CancellationToken cancellationToken)
    {
        using var table = new DataTable();
        foreach (var (name, value) in s_columns)
            table.Columns.Add(name, results.Count == 0 ? typeof(string) : value(results[0]).GetType());
        string[] bands = [.. results.Take(1).SelectMany(r => r.Report.Sizes).Select(b => b.Name)];
        foreach (string band in bands)
        {
            table.Columns.Add($"operators {band}", typeof(int));
            table.Columns.Add($"found {band}", typeof(int));
            table.Columns.Add($"recall {band}", typeof(double));
            table.Columns.Add($"purity {band}", typeof(double));
        }
        foreach (var result in results)
        {
            table.Rows.Add(
            [
                .. s_columns.Select(c => c.Value(result)),
                .. result.Report.Sizes.SelectMany(b => new object[] { b.Entities, b.Found, b.Recall, b.Purity }),
            ]);
        }

        file.Directory?.Create();
        await using var text = new StreamWriter(file.FullName);
        await using var csv = CsvDataWriter.Create(text, CsvTable.WriterOptions);
        await using var reader = table.CreateDataReader();
        await csv.WriteAsync(reader, cancellationToken);
    }
}
