using System.Globalization;
using Spectre.Console;

namespace LinkGraph.Output;

/// <summary>An operator or an account for people to read.</summary>
internal static class EntityView
{
    private const string LifeLeft = "lifeLeft";

    public static void Write(Dictionary<string, object?> found, Terminal terminal)
    {
        var entity = (IReadOnlyDictionary<string, object?>)GraphValue.ToPlain(found.GetValueOrDefault("account") ?? found["operator"])!;
        WritePairs(entity.Where(p => !p.Key.StartsWith(LifeLeft, StringComparison.Ordinal) && !p.Key.StartsWith("trait", StringComparison.Ordinal)), terminal);
        WritePairs(found.Where(p => p.Value is not (null or IReadOnlyDictionary<string, object?> or List<IReadOnlyDictionary<string, object?>>) && p.Key != "account"), terminal);
        if (found.ContainsKey("members"))
            WriteOperator(found, entity, terminal);
        else if (found["operator"] is string id)
            terminal.Note($"Next: linkgraph show {id}");
        else
            terminal.Note("It belongs to no operator.");
    }

    private static void WriteOperator(Dictionary<string, object?> found, IReadOnlyDictionary<string, object?> entity, Terminal terminal)
    {
        Heading("Why it stands", terminal);
        terminal.Out.WriteLine($"Bound by {string.Join(" and ", ((IEnumerable<object?>)(entity.GetValueOrDefault("boundBy") ?? Array.Empty<object>())).DefaultIfEmpty("no family"))}.");
        foreach (var (key, left) in entity.Where(p => p.Key.StartsWith(LifeLeft, StringComparison.Ordinal) && p.Value is double))
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{key[LifeLeft.Length..]}: {(double)left!:P1} of what people as active as its members have to themselves."));
        }
        Records("What its members share", found["shares"], terminal);
        Traits(entity, terminal);
        Records("Members", found["members"], terminal);
        Records("Strongest ties", found["ties"], terminal);
    }

    /// <summary>Facts without nodes of their own: mail domain, day of sign-up, issuer.</summary>
    private static void Traits(IReadOnlyDictionary<string, object?> entity, Terminal terminal)
    {
        if (entity.GetValueOrDefault("traits") is not List<object?> { Count: > 0 } traits)
            return;
        var accounts = (List<object?>)entity["traitAccounts"]!;
        var lifts = (List<object?>)entity["traitLifts"]!;
        var table = Tables.Create("trait", "accounts", "lift");
        for (int i = 0; i < traits.Count; i++)
            table.AddRow(Markup.Escape(GraphValue.ToCell(traits[i])), GraphValue.ToCell(accounts[i]), GraphValue.ToCell(lifts[i]));
        terminal.OutConsole.Write(table);
    }

    private static void Records(string heading, object? value, Terminal terminal)
    {
        if (value is not List<IReadOnlyDictionary<string, object?>> { Count: > 0 } records)
            return;
        Heading(heading, terminal);
        string[] columns = [.. records[0].Keys];
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var record in records)
            table.AddRow([.. columns.Select(c => new Text(GraphValue.ToCell(record[c])))]);
        terminal.OutConsole.Write(table);
    }

    private static void WritePairs(IEnumerable<KeyValuePair<string, object?>> pairs, Terminal terminal)
    {
        foreach (var (key, value) in pairs.OrderBy(p => p.Key == "id" ? 0 : 1).ThenBy(p => p.Key, StringComparer.Ordinal))
            terminal.Out.WriteLine($"{Printable.Line(key),-18} {GraphValue.ToCell(value)}");
    }

    private static void Heading(string text, Terminal terminal)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(text);
    }
}
