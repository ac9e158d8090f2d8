using System.Globalization;
using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Ratchets;
using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Targets;

namespace LinkGraph.TckTests.Harness;

/// <summary>Of the features as they are: all are read, all is understood.</summary>
public sealed class TckTests
{
    [Fact]
    public void Scenarios_OfTheTck_Are3897()
    {
        Assert.Equal(3_897, Tck.Scenarios.Count);
        Assert.Equal(50, Tck.Scenarios.Count(scenario => scenario.Steps.Any(step => step is GivenProcedure)));
        Assert.Equal("[2] Single-labels expression on relationships", Assert.Single(Tck.Scenarios, scenario => scenario.IsIgnored).Name);
        Assert.All(Tck.Scenarios, scenario => Assert.IsType<GivenGraph>(scenario.Steps[0]));
        Assert.All(Tck.Scenarios, scenario => Assert.Contains(scenario.Steps, step => step is Execute));
    }

    [Fact]
    public void Ids_OfTheTck_AreUniqueAndOneLine()
    {
        Assert.Equal(Tck.Scenarios.Count, Tck.Scenarios.Select(scenario => scenario.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Tck.Scenarios, scenario => Assert.DoesNotContain(scenario.Id, char.IsControl));
        Assert.All(Tck.Scenarios, scenario => Assert.Equal(scenario.Id.Trim(), scenario.Id));
    }

    [Fact]
    public void Scenarios_OfTheTck_AreThoseOfTheNeo4jRecord()
    {
        var recorded = Neo4jRecord.Load(Tck.Neo4jRecord).Keys;
        var read = Tck.Scenarios.Select(scenario =>
            (scenario.Feature, scenario.Name, scenario.Example?.ToString(CultureInfo.InvariantCulture) ?? ""));
        Assert.Equal(recorded.ToHashSet(), read.ToHashSet());
    }

    [Theory]
    [InlineData("binary-tree-1")]
    [InlineData("binary-tree-2")]
    public async Task GraphScripts_OfANamedGraph_CreateIt(string name)
    {
        var script = Assert.Single(await Tck.GraphScriptsAsync(name, TestContext.Current.CancellationToken));
        Assert.StartsWith("CREATE (a:A {name: 'a'})", script, StringComparison.Ordinal);
        Assert.False(script.EndsWith(';'));
    }

    [Fact]
    public async Task Scenarios_OnATargetThatRefusesEverything_PassOnlyIfTheyAskForIt()
    {
        var findings = await RunAllAsync(FakeTarget.Error("SyntaxError", TckPhase.CompileTime));
        Assert.All(
            findings.Where(finding => finding.Verdict is TckVerdict.Passed or TckVerdict.WrongError),
            finding => Assert.True(finding.Scenario.IsNegative));
        Assert.All(
            findings.Where(finding => finding.Verdict == TckVerdict.Passed),
            finding => Assert.Contains(finding.Scenario.Steps, step => step is ExpectError { Type: "SyntaxError" }));
    }

    [Fact]
    public async Task Scenarios_OnATargetThatReturnsNothing_PassOnlyIfTheyAskForIt()
    {
        var findings = await RunAllAsync(TckOutcome.Of(TckTable.Empty));
        Assert.All(findings.Where(finding => finding.Verdict == TckVerdict.Passed), finding => Assert.All(
            finding.Scenario.Steps.OfType<ExpectResult>(), result => Assert.Empty(result.Table.Columns)));
        Assert.All(findings.Where(finding => finding.Scenario.IsNegative), finding => Assert.Equal(TckVerdict.Failed, finding.Verdict));
    }

    [Fact]
    public void Ratchet_OfTheProject_NamesScenariosOfTheTck()
    {
        var known = Tck.Scenarios.Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Ratchet.Load(TckRun.ProjectRatchetPath).Passing, id => !known.Contains(id));
    }

    private static async Task<List<TckFinding>> RunAllAsync(TckOutcome always)
    {
        await using var target = new FakeTarget((_, _) => always) { KnowsProcedures = true };
        var runner = new ScenarioRunner(target);
        var findings = new List<TckFinding>();
        foreach (var scenario in Tck.Scenarios)
            findings.Add(await runner.RunAsync(scenario, TestContext.Current.CancellationToken));
        Assert.Contains(findings, finding => finding.Verdict == TckVerdict.Passed);
        return findings;
    }
}
