using System.Text;
using CsCheck;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;

namespace LinkGraph.EngineTests.Syntax;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "MATCH", "OPTIONAL", "RETURN", "WITH", "WHERE", "UNWIND", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "FOREACH", "CALL", "UNION", "IN",
        "AS", "NOT", "AND", "OR", "IS", "NULL", "CASE", "WHEN", "THEN", "END", "EXISTS", "COUNT", "COLLECT", "all", "reduce", "shortestPath",
        "SHORTEST", "ANY", "GROUPS", "TRANSACTIONS", "SHOW", "INDEXES", "CONSTRAINT", "INDEX", "FOR", "ON", "REQUIRE", "ORDER", "BY", "LIMIT",
        "DISTINCT", "YIELD", "USING", "trim", "FROM", "normalize", "LIST", "TYPED", "x", "y", "A", "`q`", "1", "2.5", "0x1F", "'s'", "$p", "$",
        "(", ")", "[", "]", "{", "}", ",", ";", ":", "::", ".", "..", "|", "||", "&", "!", "%", "+", "+=", "-", "*", "/", "^", "=", "=~", "<>",
        "!=", "<", "<=", ">", ">=", "-->", "<--", "--", "]->(", "<-[", ")-[", "(n)-[r:T]->(m)", "(n)", "[x IN xs", "{a: 1}", "MATCH (n)",
        "RETURN 1", "/* c */", "// c\n", "\\", "'", "\"", "`", "\u2014", "\u0000", "\uD800",
    ];

    [Fact]
    public void Parse_RandomTokens_GivesATreeOrACypherException() =>
        Gen.OneOf(Pieces).Array[0, 40].Sample(pieces => Accepts(string.Join(' ', pieces)), iter: 30_000);

    [Fact]
    public void Parse_RandomText_GivesATreeOrACypherException() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Accepts(Encoding.Latin1.GetString(bytes)), iter: 10_000);

    [Fact]
    public void Parse_QueryCutOrSpoiled_GivesATreeOrACypherException()
    {
        var queries = Directory.GetFiles(SharedFiles.Checkout("cypher"), "*.cypher", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        var spoiled = Gen.Select(Gen.OneOf(queries), Gen.Double[0, 1], Gen.Double[0, 1], Gen.OneOf(Pieces));
        spoiled.Sample((query, from, to, piece) =>
        {
            var (start, end) = ((int)(Math.Min(from, to) * query.Length), (int)(Math.Max(from, to) * query.Length));
            Accepts(query[..start] + piece + query[end..]);
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("((")]
    [InlineData("[x IN ")]
    [InlineData("NOT ")]
    [InlineData("-")]
    [InlineData("CASE WHEN ")]
    [InlineData("CASE x WHEN ")]
    [InlineData("EXISTS { MATCH (n) WHERE ")]
    [InlineData("COUNT {(a)-->(b) WHERE ")]
    [InlineData("reduce(a = 1, x IN ")]
    [InlineData("trim(")]
    [InlineData("f(")]
    [InlineData("x IS :: LIST<")]
    [InlineData("x IS :: ANY<INT|")]
    [InlineData("n:(")]
    [InlineData("n:!")]
    [InlineData("[(a {p: ")]
    [InlineData("x {a: ")]
    [InlineData("1 + (2 + ")]
    [InlineData("$all(")]
    public void Parse_DeepNesting_IsRefusedAndDoesNotOverflow(string opening)
    {
        var error = Assert.Throws<CypherException>(() => CypherParser.Parse("RETURN " + string.Concat(Enumerable.Repeat(opening, 100_000))));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
    }

    [Theory]
    [InlineData("MATCH ", "(", "")]
    [InlineData("", "CALL {", "")]
    [InlineData("", "FOREACH (x IN [1] | ", "")]
    [InlineData("RETURN 1", " + 1", "")]
    [InlineData("RETURN a", ".b", "")]
    [InlineData("RETURN a", "[0]", "")]
    [InlineData("RETURN a", ":B", "(")]
    public void Parse_EndlessChain_IsRefusedAndDoesNotOverflow(string start, string piece, string end) =>
        Assert.Throws<CypherException>(() => CypherParser.Parse(start + string.Concat(Enumerable.Repeat(piece, 100_000)) + end));

    /// <summary>What the limits let through must not overflow the 1.5 MB some systems give a thread, where it is read or where it is walked.</summary>
    [Theory]
    [InlineData("1 + ", 990, "1", "")]
    [InlineData("(", 390, "1", ")")]
    [InlineData("[", 390, "1", "]")]
    [InlineData("f(", 390, "1", ")")]
    [InlineData("NOT ", 390, "true", "")]
    [InlineData("COUNT { MATCH (n) WHERE ", 150, "true", "}")]
    [InlineData("CASE WHEN ", 390, "true", " THEN 1 END")]
    public void Parse_AtTheLimit_FitsTheSmallestUsualStack(string open, int count, string inner, string close)
    {
        var text = "RETURN " + string.Concat(Enumerable.Repeat(open, count)) + inner + string.Concat(Enumerable.Repeat(close, count));
        var same = false;
        var thread = new Thread(() =>
        {
            try
            {
                var tree = CypherParser.Parse(text);
                same = CypherParser.Parse(CypherPrinter.Print(tree)).Equals(tree) && tree.GetHashCode() == CypherParser.Parse(text).GetHashCode();
            }
            catch (CypherException error)
            {
                // A thread with less room may refuse earlier, but says so.
                same = error.Message.Contains("nested too deeply", StringComparison.Ordinal);
            }
        }, 1_500_000);
        thread.Start();
        thread.Join();
        Assert.True(same);
    }

    [Fact]
    public void Parse_LongListsOfAllKinds_AreRead()
    {
        CypherParser.Parse("RETURN [" + string.Join(", ", Enumerable.Repeat("{a: 1 + 2, b: 'c'}", 100_000)) + "]");
        CypherParser.Parse("MATCH (n) WHERE " + string.Join(" OR ", Enumerable.Repeat("n.x = 1 + 2", 20_000)) + " RETURN n");
        CypherParser.Parse("CREATE (n0)" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"-[:T]->(n{i})")));
        CypherParser.Parse("MATCH (n:" + string.Join('|', Enumerable.Repeat("A", 20_000)) + ") RETURN n");
        CypherParser.Parse(string.Join(" UNION ", Enumerable.Repeat("RETURN 1 AS x", 10_000)));
    }

    [Fact]
    public void Parse_TextTenTimesAsLong_TakesNoMoreThanThirtyTimesAsLong()
    {
        static string Text(int count) => "RETURN [" + string.Join(", ", Enumerable.Repeat("[x IN [a, (b)] WHERE x:A | {c: (x)-[r]->(y) AND f(x)}]", count)) + "]";
        CypherParser.Parse(Text(1_000));
        var small = Measure(Text(2_000));
        var large = Measure(Text(20_000));
        Assert.True(large < 30 * small, $"2,000 took {small.TotalMilliseconds} ms, 20,000 {large.TotalMilliseconds} ms");
    }

    private static TimeSpan Measure(string text) => Enumerable.Range(0, 3).Min(_ =>
    {
        var start = TimeProvider.System.GetTimestamp();
        CypherParser.Parse(text);
        return TimeProvider.System.GetElapsedTime(start);
    });

    private static void Accepts(string text)
    {
        try
        {
            CypherPrinter.Print(CypherParser.Parse(text));
        }
        catch (CypherException error)
        {
            Assert.NotEmpty(error.Message);
            Assert.InRange(error.Position!.Value.Offset, 0, text.Length);
        }
    }
}
