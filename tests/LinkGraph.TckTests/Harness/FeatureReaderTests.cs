using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Harness;

public sealed class FeatureReaderTests
{
    private const string Outline = """"
          Scenario Outline: [7] Look at <exampleName> values
            Given any graph
            And parameters are:
              | p | <value> |
            When executing query:
              """
              WITH <value> AS x
              MATCH (a)<--(b) WHERE a.p <2 AND 3> b.p
              RETURN <column>
              """
            Then the result should be, in order (ignoring element order for lists):
              | <column> |
              | <value>  |

            Examples:
              | value | column | exampleName |
              | 1     | x      | whole       |
              | 'a\nb' | y      | text        |

            Examples:
              | value | column | exampleName |
              | null  | z      | no          |
        """";

    [Fact]
    public void Read_Outline_BecomesOneScenarioAnExample()
    {
        var scenarios = Example.Feature(Outline);

        Assert.Equal(["[7] Look at whole values", "[7] Look at text values", "[7] Look at no values"], scenarios.Select(s => s.Name));
        Assert.Equal([0, 1, 2], scenarios.Select(scenario => scenario.Example));
        Assert.Equal("clauses/test/Test1 [7] Look at text values #1", scenarios[1].Id);
        Assert.Equal("clauses/test", scenarios[1].Folder);
        Assert.Equal(
            "WITH 1 AS x\nMATCH (a)<--(b) WHERE a.p <2 AND 3> b.p\nRETURN x",
            Assert.Single(scenarios[0].Steps.OfType<Execute>()).Query);
        Assert.Equal("'a\\nb'", Assert.Single(scenarios[1].Steps.OfType<GivenParameters>()).Values["p"].ToString());
        var result = Assert.Single(scenarios[2].Steps.OfType<ExpectResult>());
        Assert.True(result.InOrder);
        Assert.True(result.IgnoringListOrder);
        Assert.Equal(["z"], result.Table.Columns);
        Assert.Equal("null", Assert.Single(Assert.Single(result.Table.Rows)).ToString());
    }

    [Fact]
    public void Read_CarriageReturns_AreNoPartOfQueries()
    {
        var scenarios = Example.Feature(Outline.ReplaceLineEndings("\r\n"));

        Assert.All(scenarios.SelectMany(s => s.Steps).OfType<Execute>(), step => Assert.DoesNotContain('\r', step.Query));
        Assert.Equal("[7] Look at no values", scenarios[2].Name);
    }

    [Fact]
    public void Read_Background_GoesBeforeEveryScenario()
    {
        var scenarios = Example.Feature(""""
              Background:
                Given an empty graph
                And having executed:
                  """
                  CREATE ()
                  """

              @ignore @skipStyleCheck
              Scenario: [1] One
                When executing control query:
                  """
                  RETURN 1
                  """
                Then the result should be empty

              Scenario: [2] Two
                Then no side effects
            """");

        Assert.Equal([true, false], scenarios.Select(scenario => scenario.IsIgnored));
        Assert.All(scenarios, scenario => Assert.Equal(
            [new GivenGraph(null), new SetUp("CREATE ()")], scenario.Steps.Take(2)));
        Assert.Equal(new Execute("RETURN 1", IsControl: true), scenarios[0].Steps[2]);
        Assert.Equal(new ExpectResult(TckTable.Empty, false, false), scenarios[0].Steps[3]);
        Assert.Equal(new ExpectSideEffects(TckSideEffects.None), scenarios[1].Steps[2]);
    }

    [Fact]
    public void Read_EscapedCells_AreUnescapedForGherkinAndThenForTheTck()
    {
        var scenario = Example.Of("""
                Then the result should be, in any order:
                  | a \| b             |
                  | 'x\\\\y\'\\n\nz\|' |
            """);

        var result = Assert.IsType<ExpectResult>(Assert.Single(scenario.Steps));
        Assert.Equal("a | b", Assert.Single(result.Table.Columns));
        Assert.Equal(@"'x\\y\'\n\nz|'", Assert.Single(result.Table.Rows)[0].ToString());
    }

    [Theory]
    [InlineData("a SyntaxError should be raised at compile time: UnknownFunction", "SyntaxError", TckPhase.CompileTime, "UnknownFunction")]
    [InlineData("an ArgumentError should be raised at runtime: NumberOutOfRange", "ArgumentError", TckPhase.Runtime, "NumberOutOfRange")]
    [InlineData("a TypeError should be raised at any time: *", "TypeError", null, null)]
    public void Read_ExpectedError_HasItsParts(string step, string type, TckPhase? phase, string? detail)
    {
        var scenario = Example.Of("    Then " + step);

        Assert.True(scenario.IsNegative);
        Assert.Equal(new ExpectError(type, phase, detail), Assert.Single(scenario.Steps));
    }

    [Fact]
    public void Read_SideEffects_AreCounted()
    {
        var scenario = Example.Of("""
                Then the side effects should be:
                  | +nodes         | 4 |
                  | -relationships | 3 |
                  | +properties    | 2 |
                  | -properties    | 1 |
            """);

        Assert.Equal(
            new ExpectSideEffects(new TckSideEffects(new(4, 0), new(0, 3), default, new(2, 1))), Assert.Single(scenario.Steps));
    }

    [Fact]
    public void Read_Procedure_HasItsSignatureAndTable()
    {
        var scenario = Example.Of("""
                And there exists a procedure test.my.proc(name :: STRING?, in :: INTEGER?) :: (out :: NUMBER?) :
                  | name | in | out |
                  | 'a'  | 1  | 2.5 |
            """);

        var procedure = Assert.IsType<GivenProcedure>(Assert.Single(scenario.Steps)).Procedure;
        Assert.Equal("test.my.proc", procedure.Name);
        Assert.Equal([new TckField("name", "STRING?"), new TckField("in", "INTEGER?")], procedure.Inputs);
        Assert.Equal([new TckField("out", "NUMBER?")], procedure.Outputs);
        Assert.Equal(["'a'", "1", "2.5"], Assert.Single(procedure.Table).Select(value => value.ToString()));
    }

    [Theory]
    [InlineData("    Given the graph of my dreams", "\"the graph of my dreams\" is not known")]
    [InlineData("    When executing query:", "needs a query")]
    [InlineData("    Then the side effects should be:\n      | +nods | 1 |", "\"+nods\" is not known")]
    [InlineData("    Then the result should be, in any order:\n      | a |\n      | ? |", "Expected a value at character 1")]
    public void Read_WhatIsNotUnderstood_SaysWhere(string steps, string message)
    {
        var error = Assert.Throws<FormatException>(() => Example.Of(steps));
        Assert.StartsWith("clauses/test/Test1.feature:5: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
