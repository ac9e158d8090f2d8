using System.Globalization;
using LinkGraph.Resolution.Evaluation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LinkGraph.Output;

/// <summary>An evaluation for people to read.</summary>
internal static class EvaluationTable
{
    public static IRenderable Of(EvaluationReport report) => new Rows(Agreement(report), Sizes(report), Outcome(report));

    private static Table Agreement(EvaluationReport report)
    {
        var table = Tables.Create("agreement", "precision", "recall", "F1", "95% of F1");
        Row("pairwise", report.Pairwise, report.Intervals?.PairwiseF1);
        Row("B-cubed", report.BCubed, report.Intervals?.BCubedF1);
        Row("B-cubed, operators' accounts", report.OperatorBCubed, report.Intervals?.OperatorBCubedF1);
        return table;

        void Row(string name, Agreement a, Interval? interval) =>
            table.AddRow(name, Share(a.Precision), Share(a.Recall), Share(a.F1), Between(interval, "0.0000"));
    }

    private static Table Sizes(EvaluationReport report)
    {
        var table = Tables.Create("true size", "entities", "found", "mean recall", "exact");
        foreach (var band in report.Sizes)
            table.AddRow(band.Name, Count(band.Entities), Count(band.Found), band.Entities == 0 ? "-" : Share(band.Recall), Count(band.Exact));
        return table;
    }

    private static Table Outcome(EvaluationReport report)
    {
        var (operators, honest, intervals) = (report.Operators, report.Honest, report.Intervals);
        var table = Tables.Create("outcome", "figure", "of", "per 100,000", "incidents", "95%");
        table.AddRow("operators found", Count(operators.Found), Count(operators.Count), "", "", Between(intervals?.Found, "N0"));
        table.AddRow("their mean recall", Share(operators.MeanRecall), "", "", "", Between(intervals?.MeanRecall, "0.0000"));
        table.AddRow("their mean purity", Share(operators.MeanPurity), "", "", "", Between(intervals?.MeanPurity, "0.0000"));
        table.AddRow("fakes caught", Count(operators.Caught), Count(operators.Accounts), "", "", "");
        table.AddRow("honest accounts absorbed", Count(honest.Absorbed), Count(honest.Accounts), Rate(honest.AbsorbedPer100K),
            Count(honest.AbsorbedIncidents), Between(intervals?.Absorbed, "N0"));
        table.AddRow("honest accounts merged", Count(honest.Merged), Count(honest.Accounts), Rate(honest.MergedPer100K), Count(honest.MergedIncidents), "");
        return table;
    }

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Rate(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Between(Interval? interval, string format) => interval is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Low.ToString(format, CultureInfo.InvariantCulture)} to {interval.High.ToString(format, CultureInfo.InvariantCulture)}");
}
