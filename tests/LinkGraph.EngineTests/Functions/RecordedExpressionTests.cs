using LinkGraph.Cypher;
using LinkGraph.Cypher.Functions;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

/// <summary>
/// Expressions, most of them from the openCypher TCK, with what Neo4j 5.26.30 answered: one on a line, a tab, the value or an exclamation mark and
/// the code of the error. Left out are lines where this engine answers what Neo4j refuses before it runs a query, and a few of its oddities.
/// </summary>
public sealed class RecordedExpressionTests
{
    /// <summary>Where Neo4j answers with an error of the server, or refuses types before the query runs, any client error will do.</summary>
    private static readonly string[] AnyError =
        ["Neo.DatabaseError.Statement.ExecutionFailed", "Neo.ClientError.Procedure.ProcedureCallFailed", "Neo.ClientError.Statement.SyntaxError"];

    [Fact]
    public void Evaluate_RecordedExpressions_AnswersAsNeo4jDid()
    {
        var wrong = new List<string>();
        var read = 0;
        foreach (var line in Read())
        {
            read++;
            var (expression, expected) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            var actual = Answer(expression);
            var same = expected.StartsWith('!') ? SameError(expected, actual) : Alike(expected, actual);
            if (!same)
            {
                wrong.Add($"{expression}\n    expected {expected}\n    but was  {actual}");
            }
        }

        Assert.True(read > 1000, $"Only {read} expressions were read.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {read} differ:\n{string.Join('\n', wrong)}");
    }

    private static string Answer(string expression)
    {
        var context = new FunctionContext(new SmallGraph(), TimeProvider.System);
        try
        {
            return Text(expression.StartsWith("UNWIND", StringComparison.Ordinal)
                ? Expressions.Aggregate(expression, context)
                : Expressions.Evaluate(expression, context));
        }
        catch (CypherException e)
        {
            return $"! {e.Code} {e.Message}";
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return $"{e.GetType().Name} {e.Message}";
        }
    }

    private static bool SameError(string expected, string actual) =>
        actual.StartsWith('!') && (AnyError.Any(code => expected.Contains(code, StringComparison.Ordinal))
            || expected.Split(' ')[1] == actual.Split(' ')[1]);

    private static bool Alike(string expected, string actual) => expected == actual
        || (double.TryParse(expected, out var a) && double.TryParse(actual, out var b) && expected.Contains('.', StringComparison.Ordinal)
            && Math.Abs(a - b) <= 1e-14 * Math.Abs(a));

    private static string Text(Value value) => value.Kind switch
    {
        ValueKind.String => $"'{value.AsString()}'",
        ValueKind.List => "[" + string.Join(", ", value.AsList().Select(Text)) + "]",
        ValueKind.Map => "{" + string.Join(", ", value.AsMap().Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}: {Text(entry.Value)}")) + "}",
        _ => value.ToString(),
    };

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(RecordedExpressionTests).Assembly.GetManifestResourceStream("Expressions.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
