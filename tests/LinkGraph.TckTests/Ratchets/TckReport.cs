using System.Globalization;
using System.Text;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Ratchets;

/// <summary>What a run over a target found, for people.</summary>
public static class TckReport
{
    private const int Wide = 110;
    private const int WonShown = 20;

    /// <param name="target">The target's name.</param>
    /// <param name="findings">One a scenario that ran.</param>
    /// <param name="ratchet">What had to pass; null where there is no ratchet.</param>
    public static string Write(string target, IReadOnlyCollection<TckFinding> findings, Ratchet? ratchet = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = new StringBuilder();
        var passed = findings.Count(finding => finding.Verdict == TckVerdict.Passed);
        Line(text, $"TCK on {target}: {passed} of {findings.Count} scenarios passed");
        Line(text, $"{"",-34}{"passed",8}{"failed",8}{"other error",13}{"unsupported",13}");
        // Apart, for a parser that refuses everything passes most of the negative ones.
        Counts(text, "positive", [.. findings.Where(finding => !finding.Scenario.IsNegative)]);
        Counts(text, "negative", [.. findings.Where(finding => finding.Scenario.IsNegative)]);
        foreach (var folder in findings.GroupBy(finding => finding.Scenario.Folder).OrderBy(group => group.Key, StringComparer.Ordinal))
            Counts(text, folder.Key, [.. folder]);
        Reasons(text, findings);
        if (ratchet is not null)
            Compare(text, findings, ratchet);
        return text.ToString();
    }

    private static void Counts(StringBuilder text, string name, IReadOnlyCollection<TckFinding> findings)
    {
        int Of(TckVerdict verdict) => findings.Count(finding => finding.Verdict == verdict);
        Line(
            text,
            $"  {name,-32}{Of(TckVerdict.Passed),8}{Of(TckVerdict.Failed),8}{Of(TckVerdict.WrongError),13}{Of(TckVerdict.Unsupported),13}");
    }

    private static void Reasons(StringBuilder text, IEnumerable<TckFinding> findings)
    {
        var reasons = findings
            .Where(finding => finding.Verdict != TckVerdict.Passed)
            .GroupBy(finding => finding.Headline.Length > Wide ? finding.Headline[..Wide] + "…" : finding.Headline, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        if (reasons.Count > 0)
            Line(text, $"Why not, and the first scenario of each:");
        foreach (var reason in reasons)
        {
            Line(text, $"{reason.Count(),6} × {reason.Key}");
            Line(text, $"         {reason.First().Scenario.Id}");
        }
    }

    private static void Compare(StringBuilder text, IReadOnlyCollection<TckFinding> findings, Ratchet ratchet)
    {
        var lost = findings.Where(finding => finding.Verdict != TckVerdict.Passed && ratchet.Contains(finding.Scenario.Id)).ToList();
        var won = findings.Where(finding => finding.Verdict == TckVerdict.Passed && !ratchet.Contains(finding.Scenario.Id)).ToList();
        Line(text, $"The ratchet holds {ratchet.Count} scenarios.");
        foreach (var finding in lost)
            Line(text, $"  LOST {finding.Scenario.Id}");
        if (won.Count > 0)
            Line(text, $"{won.Count} more pass ({TckRun.UpdateVariable}=1 adds what passes to {TckRun.RatchetName}):");
        foreach (var finding in won.Take(WonShown))
            Line(text, $"  {finding.Scenario.Id}");
        if (won.Count > WonShown)
            Line(text, $"  … {won.Count - WonShown} more");
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());
}
