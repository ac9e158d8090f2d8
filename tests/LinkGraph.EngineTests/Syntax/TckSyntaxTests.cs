using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;

namespace LinkGraph.EngineTests.Syntax;

public sealed class TckSyntaxTests
{
    /// <summary>Details of compile-time errors that the text alone shows; the others need names, types or functions, which the binder knows.</summary>
    private static readonly HashSet<string> Syntactic =
    [
        "UnexpectedSyntax", "IntegerOverflow", "FloatingPointOverflow", "InvalidNumberLiteral", "InvalidUnicodeLiteral",
        "InvalidUnicodeCharacter", "InvalidRelationshipPattern", "InvalidParameterUse", "CreatingVarLength", "NoSingleRelationshipType",
        "RequiresDirectedRelationship",
    ];

    /// <summary>Scenarios called UnexpectedSyntax where a pattern or a YIELD * stands in a place that only the binder can judge.</summary>
    private static readonly string[] LeftToTheBinder =
    [
        "Call5 Scenario: [7]", "List6 Scenario Outline: [6]", "Pattern1 Scenario: [22]", "Pattern1 Scenario: [23]", "Pattern1 Scenario: [24]",
    ];

    private static bool IsSyntactic(TckQuery query) => FailsToCompile(query) && Syntactic.Contains(query.Error!.Split(' ')[^1])
        && !LeftToTheBinder.Any(scenario => $"{query.Feature} {query.Scenario}".StartsWith(scenario, StringComparison.Ordinal));

    private static List<TckQuery> Queries()
    {
        var queries = TckQuery.ReadAll(SharedFiles.Require("tck/features"));
        Assert.True(queries.Count > 4_000, $"Only {queries.Count} queries were found.");
        return queries;
    }

    private static bool FailsToCompile(TckQuery query) => query.Error?.Contains("compile time", StringComparison.Ordinal) == true;

    [Fact]
    public void Parse_QueryOfTheTckThatCompiles_IsRead()
    {
        var refused = new List<string>();
        foreach (var query in Queries().Where(q => !FailsToCompile(q)))
        {
            if (Failure(query.Text) is { } error) refused.Add($"{query}\n    {error.Message}");
        }
        Assert.True(refused.Count == 0, $"{refused.Count} are refused:\n{string.Join('\n', refused.Take(20))}");
    }

    [Fact]
    public void Parse_QueryOfTheTckWithSyntaxErrorInTheText_IsRefusedWithItsPlace()
    {
        var read = new List<string>();
        var refused = 0;
        foreach (var query in Queries().Where(IsSyntactic))
        {
            var error = Failure(query.Text);
            if (error is null) read.Add($"{query.Error}: {query}");
            else
            {
                refused++;
                Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
                Assert.NotNull(error.Position);
            }
        }
        Assert.True(read.Count == 0, $"{read.Count} are read:\n{string.Join('\n', read)}");
        Assert.True(refused > 20, $"Only {refused} queries were tried.");
    }

    [Fact]
    public void Print_QueryOfTheTck_ParsesToTheSameTree()
    {
        var different = new List<string>();
        foreach (var query in Queries().Where(q => Failure(q.Text) is null))
        {
            var tree = CypherParser.Parse(query.Text);
            var text = CypherPrinter.Print(tree);
            if (Failure(text) is { } error) different.Add($"{query}\n    {text}\n    {error.Message}");
            else if (!CypherParser.Parse(text).Equals(tree)) different.Add($"{query}\n    {text}");
        }
        Assert.True(different.Count == 0, $"{different.Count} differ:\n{string.Join('\n', different.Take(20))}");
    }

    private static CypherException? Failure(string query)
    {
        try
        {
            CypherParser.Parse(query);
            return null;
        }
        catch (CypherException error)
        {
            return error;
        }
    }
}
