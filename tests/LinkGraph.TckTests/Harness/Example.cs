using LinkGraph.TckTests.Features;

namespace LinkGraph.TckTests.Harness;

/// <summary>Scenarios for tests, written as the TCK writes them.</summary>
internal static class Example
{
    /// <summary>The scenarios of a feature with the given text below its title.</summary>
    public static IReadOnlyList<TckScenario> Feature(string body, string feature = "clauses/test/Test1.feature")
    {
        using var text = new StringReader("#encoding: utf-8\n\nFeature: Test1 - A test\n\n" + body);
        return FeatureReader.Read(feature, text);
    }

    /// <summary>A scenario of the given steps.</summary>
    public static TckScenario Of(string steps) => Assert.Single(Feature("  Scenario: [1] A test\n" + steps));

    /// <summary>Plain scenarios that differ in the number of their query: RETURN 1, RETURN 2 …, each of which should return its number.</summary>
    public static IReadOnlyList<TckScenario> Numbered(int count) => Feature(string.Concat(Enumerable.Range(1, count).Select(number => $$"""
          Scenario: [{{number}}] Return {{number}}
            Given any graph
            When executing query:
              {{"\"\"\""}}
              RETURN {{number}}
              {{"\"\"\""}}
            Then the result should be, in any order:
              | n |
              | {{number}} |

        """)));
}
