using LinkGraph.TckTests.Features;

namespace LinkGraph.TckTests.Running;

/// <summary>How one scenario went on one target. The first line of the reason says what kind of thing went wrong, the lines after it the
/// particulars; it is empty if the scenario passed.</summary>
public sealed record TckFinding(TckScenario Scenario, TckVerdict Verdict, string Reason)
{
    /// <summary>The first line of the reason.</summary>
    public string Headline => Reason.Split('\n', 2)[0];
}
