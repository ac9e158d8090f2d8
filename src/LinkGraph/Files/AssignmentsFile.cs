using System.Data;
using Sylvan.Data.Csv;

namespace LinkGraph.Files;

/// <summary>The file <c>account_id,operator_id</c>: one row for each account in an operator of two or more, sorted by account.</summary>
internal static class AssignmentsFile
{
    /// <exception cref="Hosting.UsageException">A column is missing, or an account is in two operators.</exception>
    public static Dictionary<string, string> Read(FileInfo file)
    {
        using var table = CsvTable.Open(file, "account_id", "operator_id");
        var assignments = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Read())
        {
            if (table[1].Length > 0 && !assignments.TryAdd(table[0], table[1]))
                throw table.Error($"names account '{table[0]}' a second time");
        }
        return assignments;
    }

    /// <summary>Replaces the file in one step: whoever reads it sees the old or the new one. The same assignments give the same bytes.</summary>
    public static async Task WriteAsync(FileInfo file, IEnumerable<(string Account, string Operator)> assignments, CancellationToken cancellationToken)
    {
        using var table = new DataTable();
        table.Columns.Add("account_id");
        table.Columns.Add("operator_id");
        foreach (var (account, id) in assignments.OrderBy(a => a.Account, StringComparer.Ordinal))
            table.Rows.Add(account, id);

        file.Directory?.Create();
        string written = file.FullName + ".part";
        await using (var text = new StreamWriter(written))
        await using (var csv = CsvDataWriter.Create(text, CsvTable.WriterOptions))
        await using (var reader = table.CreateDataReader())
            await csv.WriteAsync(reader, cancellationToken);
        File.Move(written, file.FullName, overwrite: true);
    }
}
