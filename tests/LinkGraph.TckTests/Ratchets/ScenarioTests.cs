using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Ratchets;

/// <summary>
/// Every scenario of the TCK as one test on one target: derive a class with its <see cref="TckRun"/> as class fixture. A scenario of the
/// ratchet that fails is a failed test; one outside it that fails is a skipped test with the reason.
/// </summary>
public abstract class ScenarioTests(TckRun run)
{
    private static readonly Lazy<Dictionary<string, TckScenario>> ById =
        new(() => Tck.Scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal));

    /// <summary>The ids of all scenarios; without the shared folder one row that is skipped and says so.</summary>
    public static IEnumerable<TheoryDataRow<string>> Ids() => Tck.IsThere || SharedFolder.SkippingIsFailure
        ? Tck.Scenarios.Select(scenario => new TheoryDataRow<string>(scenario.Id) { TestDisplayName = scenario.Id, Label = "" })
        : [new TheoryDataRow<string>("") { Skip = "../shared/tck is not there (set LINKGRAPH_SHARED to the folder that has tck)." }];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Scenario_OnTheTarget_EndsAsTheTckSays(string id)
    {
        var finding = await run.RunAsync(ById.Value[id], TestContext.Current.CancellationToken);
        if (finding.Verdict == TckVerdict.Passed)
            return;
        if (run.Ratchet.Contains(id))
            Assert.Fail($"{id} passed before: {finding.Reason}");
        Assert.Skip($"Not passing yet: {finding.Headline}");
    }
}
