using System.Globalization;
using LinkGraph.Output;
using Spectre.Console;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>What is printed. Factors are Neo4j's time divided by ours: 5 is five times as fast.</summary>
internal static class VersusTables
{
    private const string Neo4j = "Neo4j", Served = "served", InProcess = "in process";

    public static void Ingest(Samples seconds, Samples rows, long resident)
    {
        var table = Tables.Create("ingest, rows/s", "rows", Neo4j, Served, InProcess, "factor", "in process");
        foreach (string query in Statements)
            AddRow(query, [query]);
        AddRow("all, with commits", [.. Statements, "(commit)"]);
        Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linkgraph serve after ingest: {resident:N0} MB resident"));

        void AddRow(string name, string[] queries)
        {
            double count = queries.Sum(q => Zero(rows.Sum(q, Neo4j)));
            double Rate(string home) => count / queries.Sum(q => Zero(seconds.Sum(q, home)));
            if (count > 0)
                table.AddRow(name, Whole(count), Whole(Rate(Neo4j)), Whole(Rate(Served)), Whole(Rate(InProcess)), Factor(Rate(Served) / Rate(Neo4j)), Factor(Rate(InProcess) / Rate(Neo4j)));
        }
    }

    public static void Opening(IReadOnlyList<(double Seconds, long Resident)> served)
    {
        double median = served.Select(s => s.Seconds).Order().ElementAt(served.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"linkgraph serve, from its start to its first answer: {median:0.00} s median of {served.Count}; {served[^1].Resident:N0} MB resident then"));
    }

    public static void Memory(long resident) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linkgraph serve after all of this: {resident:N0} MB resident"));

    public static void Reading(Samples seconds, IEnumerable<string> evidence, string lookUp, IEnumerable<string> questions)
    {
        var table = Tables.Create("reading, ms", Neo4j, Served, InProcess, "factor", "in process");
        foreach (string query in evidence)
            AddRow(query, query, 0.5);
        AddRow($"{lookUp}, p50", lookUp, 0.5);
        AddRow($"{lookUp}, p99", lookUp, 0.99);
        foreach (string query in questions)
            AddRow(query, query, 0.5);
        Write(table);

        void AddRow(string name, string query, double share)
        {
            double Time(string home) => seconds.Quantile(query, home, share);
            table.AddRow(name, Milliseconds(Time(Neo4j)), Milliseconds(Time(Served)), Milliseconds(Time(InProcess)), Factor(Time(Neo4j) / Time(Served)), Factor(Time(Neo4j) / Time(InProcess)));
        }
    }

    private static string[] Statements { get; } =
        [.. ((string[])["accounts", "activity", "payment_methods", "addresses", "clients", "model_uses", "time_windows", "networks", "models", "sent", "prompt_totals", "exits"]).Select(q => "ingest/" + q)];

    /// <summary>As wide as it is, even where nobody looks.</summary>
    private static void Write(Table table)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        AnsiConsole.Write(table);
    }

    private static double Zero(double figure) => double.IsNaN(figure) ? 0 : figure;

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Factor(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double seconds) => (seconds * 1e3).ToString(seconds < 1e-2 ? "0.000" : "N0", CultureInfo.InvariantCulture);
}
