using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Files;

/// <summary>Reads <c>truth.csv</c>: account_id, entity, operator (blank for honest accounts).</summary>
internal static class TruthFile
{
    /// <exception cref="Hosting.UsageException">A column is missing, or an account comes twice.</exception>
    public static List<TruthRow> Read(FileInfo file)
    {
        using var table = CsvTable.Open(file, "account_id", "entity", "operator");
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<TruthRow>();
        while (table.Read())
        {
            string account = table[0];
            if (account.Length == 0 || !accounts.Add(account))
                throw table.Error(account.Length == 0 ? "has no account_id" : $"names account '{account}' a second time");
            rows.Add(new TruthRow(account, table[1], table[2] is { Length: > 0 } id ? id : null));
        }
        return rows;
    }
}
