using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Harness;

public sealed class ScenarioRunnerTests
{
    private const string Query = """"
            When executing query:
              """
              Q
              """

        """";

    private static readonly Dictionary<string, TckValue> NoProperties = [];

    [Fact]
    public async Task RunAsync_AllAsExpected_Passes()
    {
        var finding = await RunAsync(
            """"
                Given any graph
                And having executed:
                  """
                  SETUP
                  """
                And parameters are:
                  | p | [1, {k: 'v'}] |
                When executing query:
                  """
                  Q
                  """
                Then the result should be, in any order:
                  | n    |
                  | 2    |
                  | (:A) |
                And no side effects
                When executing control query:
                  """
                  C
                  """
                Then the result should be empty
            """",
            (target, query) =>
            {
                Assert.Equal(query == "SETUP" ? [] : ["[1, {k: 'v'}]"], target.Parameters!.Values.Select(value => value.ToString()));
                if (query == "SETUP")
                    target.Nodes.Add(new TckNode("1", ["A"], NoProperties));
                return query == "Q" ? FakeTarget.Column("n", target.Nodes[0], new TckInteger(2)) : TckOutcome.Of(TckTable.Empty);
            },
            expectedQueries: ["SETUP", "Q", "C"]);

        Assert.Equal((TckVerdict.Passed, ""), (finding.Verdict, finding.Reason));
    }

    [Theory]
    [InlineData("      | n |\n      | 1 |\n      | 2 |", "rows in another order")]
    [InlineData("      | n |\n      | 2 |\n      | 2 |", "other rows")]
    [InlineData("      | n |\n      | 2 |", "another number of rows")]
    [InlineData("      | m |\n      | 2 |\n      | 1 |", "other columns")]
    public async Task RunAsync_AnotherResult_FailsWithTheDifference(string table, string headline)
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then the result should be, in order:\n{table}",
            (_, _) => FakeTarget.Column("n", new TckInteger(2), new TckInteger(1)));

        Assert.Equal((TckVerdict.Failed, headline), (finding.Verdict, finding.Headline));
        Assert.Contains("got 2 rows of (n):\n  2\n  1", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" (ignoring element order for lists)", TckVerdict.Passed)]
    [InlineData(", in any order", TckVerdict.Failed)]
    public async Task RunAsync_ListsInAnotherOrder_DependsOnTheStep(string how, TckVerdict verdict)
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then the result should be{how}:\n      | n |\n      | [1, 2] |",
            (_, _) => FakeTarget.Column("n", TckValueParser.Parse("[2, 1]")));

        Assert.Equal(verdict, finding.Verdict);
    }

    [Fact]
    public async Task RunAsync_EmptyWithColumns_Fails()
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then the result should be empty", (_, _) => FakeTarget.Column("n"));

        Assert.Equal((TckVerdict.Failed, "other columns"), (finding.Verdict, finding.Headline));
    }

    [Theory]
    [InlineData("TypeError", TckPhase.Runtime, null, "TypeError", "runtime", "Detail", TckVerdict.Passed)]
    [InlineData("TypeError", TckPhase.Runtime, null, "TypeError", "any time", "*", TckVerdict.Passed)]
    [InlineData("TypeError", TckPhase.Runtime, "Detail", "TypeError", "runtime", "Detail", TckVerdict.Passed)]
    [InlineData("TypeError", TckPhase.Runtime, "Another", "TypeError", "runtime", "Detail", TckVerdict.WrongError)]
    [InlineData("TypeError", TckPhase.Runtime, null, "TypeError", "compile time", "Detail", TckVerdict.WrongError)]
    [InlineData("SyntaxError", TckPhase.Runtime, null, "TypeError", "runtime", "Detail", TckVerdict.WrongError)]
    public async Task RunAsync_Error_IsComparedByTypePhaseAndKnownDetail(
        string type, TckPhase phase, string? detail, string wanted, string when, string wantedDetail, TckVerdict verdict)
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then a {wanted} should be raised at {when}: {wantedDetail}",
            (_, _) => FakeTarget.Error(type, phase, detail));

        Assert.Equal(verdict, finding.Verdict);
    }

    [Fact]
    public async Task RunAsync_NoErrorWhereOneIsWanted_Fails()
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then a TypeError should be raised at runtime: Detail",
            (_, _) => FakeTarget.Column("n"));

        Assert.Equal(
            (TckVerdict.Failed, "no error instead of TypeError at runtime (Detail)"), (finding.Verdict, finding.Headline));
    }

    [Fact]
    public async Task RunAsync_ErrorThatLeavesAChange_Fails()
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then a TypeError should be raised at runtime: Detail",
            (target, _) =>
            {
                target.Nodes.Add(new TckNode("1", [], NoProperties));
                return FakeTarget.Error("TypeError", TckPhase.Runtime);
            });

        Assert.Equal((TckVerdict.Failed, "other side effects"), (finding.Verdict, finding.Headline));
    }

    [Fact]
    public async Task RunAsync_ErrorWhereAResultIsWanted_FailsWithItsMessage()
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then the result should be empty",
            (_, _) => FakeTarget.Error("SyntaxError", TckPhase.CompileTime));

        Assert.Equal(
            (TckVerdict.Failed, "SyntaxError at compile time: SyntaxError: so it is"), (finding.Verdict, finding.Headline));
    }

    [Fact]
    public async Task RunAsync_ChangedGraph_CountsAsTheTckDoes()
    {
        var steps = $"""
                Given any graph
            {Query}    Then the side effects should be:
                  | +nodes         | 1 |
                  | -relationships | 1 |
                  | +labels        | 1 |
                  | +properties    | 2 |
                  | -properties    | 1 |
            """;
        static TckOutcome Change(FakeTarget target, string query)
        {
            if (query == "SETUP")
            {
                target.Nodes.Add(new TckNode("1", ["A"], new Dictionary<string, TckValue> { ["p"] = new TckInteger(1) }));
                target.Relationships.Add(new TckRelationship("1", "T", NoProperties));
            }
            else
            {
                target.Nodes.Clear();
                target.Nodes.Add(new TckNode("1", ["A", "B"], new Dictionary<string, TckValue> { ["p"] = new TckInteger(2) }));
                target.Nodes.Add(new TckNode("2", ["B"], new Dictionary<string, TckValue> { ["p"] = new TckInteger(2) }));
                target.Relationships.Clear();
            }
            return TckOutcome.Of(TckTable.Empty);
        }

        var setUp = "    Given any graph\n    And having executed:\n      \"\"\"\n      SETUP\n      \"\"\"\n";
        var finding = await RunAsync(setUp + steps[steps.IndexOf('\n', StringComparison.Ordinal)..], Change);
        Assert.Equal((TckVerdict.Passed, ""), (finding.Verdict, finding.Reason));

        var another = await RunAsync(setUp + Query + "    Then no side effects", Change);
        Assert.Contains(
            "got nodes +1 -0, relationships +0 -1, labels +1 -0, properties +2 -1", another.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, TckVerdict.Passed)]
    [InlineData(false, TckVerdict.Unsupported)]
    public async Task RunAsync_Procedure_IsRegisteredOrUnsupported(bool known, TckVerdict verdict)
    {
        await using var target = new FakeTarget((_, _) => TckOutcome.Of(TckTable.Empty)) { KnowsProcedures = known };
        var scenario = Example.Of(
            $"    Given any graph\n    And there exists a procedure test.doNothing() :: ():\n      |\n{Query}    Then the result should be empty");

        var finding = await new ScenarioRunner(target).RunAsync(scenario, TestContext.Current.CancellationToken);

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(known ? ["test.doNothing"] : [], target.Procedures.Select(procedure => procedure.Name));
        Assert.All(target.Procedures, procedure => Assert.Empty(procedure.Outputs));
    }

    [Fact]
    public async Task RunAsync_TargetThatThrows_FailsWithTheException()
    {
        var finding = await RunAsync(
            $"    Given any graph\n{Query}    Then the result should be empty", (_, _) => throw new InvalidCastException("no such luck"));

        Assert.Equal((TckVerdict.Failed, "the target threw InvalidCastException: no such luck"), (finding.Verdict, finding.Headline));
    }

    [Fact]
    public async Task RunAsync_SetUpThatIsRefused_Fails()
    {
        var finding = await RunAsync(
            "    Given any graph\n    And having executed:\n      \"\"\"\n      SETUP\n      \"\"\"\n    Then no side effects",
            (_, _) => FakeTarget.Error("SyntaxError", TckPhase.CompileTime));

        Assert.Equal((TckVerdict.Failed, "setting up: SyntaxError at compile time"), (finding.Verdict, finding.Headline));
    }

    private static async Task<TckFinding> RunAsync(
        string steps, Func<FakeTarget, string, TckOutcome> answer, string[]? expectedQueries = null)
    {
        await using var target = new FakeTarget(answer);
        var finding = await new ScenarioRunner(target).RunAsync(Example.Of(steps), TestContext.Current.CancellationToken);
        if (expectedQueries is not null)
            Assert.Equal(expectedQueries, target.Queries);
        return finding;
    }
}
