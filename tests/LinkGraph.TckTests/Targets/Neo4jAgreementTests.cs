using System.Globalization;
using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Ratchets;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Targets;

/// <summary>The proof of the harness: on the real Neo4j 5.26 it finds what was recorded.</summary>
public sealed class Neo4jAgreementTests
{
    [WhenTargetGivenFact]
    public async Task Verdicts_OnNeo4j_AgreeWithTheRecord()
    {
        var cancel = TestContext.Current.CancellationToken;
        var record = Neo4jRecord.Load(Tck.Neo4jRecord);
        var given = WhenTargetGivenFactAttribute.Target;
        await using var server = given is null or "neo4j" ? await Neo4jServer.StartAsync() : null;
        await using var target = Neo4jTarget.Connect(server?.Address ?? given!);
        var runner = new ScenarioRunner(target);
        var findings = new List<TckFinding>();
        foreach (var scenario in Tck.Scenarios)
            findings.Add(await runner.RunAsync(scenario, cancel));

        Console.WriteLine(TckReport.Write(target.Name, findings));
        // The record has no verdict on what the TCK ignores; here it runs like any other.
        var disagreements = findings
            .Where(finding => !finding.Scenario.IsIgnored && record[Key(finding.Scenario)] != finding.Verdict)
            .Select(finding => $"{finding.Scenario.Id}: recorded {record[Key(finding.Scenario)]}, is {finding.Verdict} {finding.Reason}");
        Assert.Equal(record.Count, findings.Count);
        Assert.Empty(disagreements);
    }

    private static (string, string, string) Key(TckScenario scenario) =>
        (scenario.Feature, scenario.Name, scenario.Example?.ToString(CultureInfo.InvariantCulture) ?? "");
}
