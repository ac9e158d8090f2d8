using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;

namespace LinkGraph.EngineTests.Syntax;

/// <summary>Messages and places; where Neo4j has a sentence of its own for a mistake, it is that.</summary>
public sealed class ErrorMessageTests
{
    [Fact]
    public void Parse_WrongToken_ShowsLineColumnOffsetAndCaret()
    {
        var error = Assert.Throws<CypherException>(() => CypherParser.Parse("MATCH (n)\r\nWHERE n.x == 1\nRETURN n"));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
        Assert.Equal(new SourcePosition(22, 2, 12), error.Position);
        Assert.Equal("Invalid input '=': expected an expression (line 2, column 12 (offset: 22))\n\"WHERE n.x == 1\"\n            ^", error.Message);
    }

    [Fact]
    public void Parse_LongLine_ShowsOnlyTheNeighbourhood()
    {
        var error = Assert.Throws<CypherException>(() => CypherParser.Parse($"RETURN '{new string('a', 5_000)}' ! '{new string('b', 5_000)}'"));
        Assert.InRange(error.Message.Length, 200, 500);
    }

    [Theory]
    [InlineData("", "expected CYPHER, EXPLAIN, PROFILE or a query")]
    [InlineData("RETURN 1; RETURN 2", "Expected exactly one statement per query")]
    [InlineData("RETURN 'abc", "even number of non-escaped quotes")]
    [InlineData("RETURN `abc", "'`' expected")]
    [InlineData("RETURN 1 /* abc", "'*/' expected")]
    [InlineData("RETURN ``", "a name must not be empty")]
    [InlineData("RETURN '\\u12'", "expected four hexadecimal digits")]
    [InlineData("RETURN 9223372036854775808", "integer is too large")]
    [InlineData("RETURN -9223372036854775809", "integer is too large")]
    [InlineData("RETURN -(9223372036854775808)", "integer is too large")]
    [InlineData("RETURN 0xFFFFFFFFFFFFFFFF", "integer is too large")]
    [InlineData("RETURN 1.0e999", "floating point number is too large")]
    [InlineData("RETURN 1abc", "invalid literal number")]
    [InlineData("RETURN 1__0", "invalid literal number")]
    [InlineData("RETURN 0x", "invalid literal number")]
    [InlineData("RETURN 017", "please use `0o17` instead")]
    [InlineData("RETURN 1 != 2", "you probably meant to use '<>'")]
    [InlineData("RETURN 1 IN [1] IN [true]", "Invalid input 'IN'")]
    [InlineData("RETURN {'a': 1}", "expected an identifier or '}'")]
    [InlineData("RETURN [1][..]", "The start or end (or both) is required for a collection slice")]
    [InlineData("RETURN all(x IN [1])", "all(...) requires a WHERE predicate")]
    [InlineData("RETURN 42 \u2014 41", "Invalid input '\u2014'")]
    [InlineData("MATCH (n:A:B&C) RETURN n", "Mixing label expression symbols")]
    [InlineData("MATCH (n IS A:B) RETURN n", "Mixing the IS keyword with colon")]
    [InlineData("MATCH ()-[:A:B]->() RETURN 1", "may not be combined using ':'")]
    [InlineData("MATCH REPEATABLE ELEMENTS (n) RETURN n", "Match modes such as `REPEATABLE ELEMENTS` are not supported yet.")]
    [InlineData("MATCH (a)(b) RETURN 1", "Juxtaposition is currently only supported for quantified path patterns.")]
    [InlineData("MATCH (((a)-->(b))+ (c)){2} RETURN 1", "Quantified path patterns are not allowed to be nested.")]
    [InlineData("MATCH ((a)-->(b)){2,1} RETURN 1", "lower bound which exceeds its upper bound")]
    [InlineData("MATCH (n $p) RETURN n", "use a literal map instead, e.g. `{id: $p.id}`")]
    [InlineData("CREATE (a)-[:A|B]->(b)", "A single relationship type must be specified for CREATE")]
    [InlineData("CREATE (a)-->(b)", "Did you forget to prefix your relationship type with a ':'?")]
    [InlineData("CREATE (a)-[:A]-(b)", "Only directed relationships are supported in CREATE")]
    [InlineData("MERGE (a)-[:A*2]->(b)", "Variable length relationships cannot be used in MERGE")]
    [InlineData("INSERT (a:A:B)", "Colon `:` conjunction is not allowed in INSERT")]
    [InlineData("RETURN 1 UNION RETURN 1 UNION ALL RETURN 1", "Invalid combination of UNION and UNION ALL")]
    [InlineData("EXPLAIN PROFILE RETURN 1", "conflicting values for execution mode")]
    [InlineData("CYPHER 25 RETURN 1", "Valid options are: 5")]
    [InlineData("CREATE CONSTRAINT ON (n:A) ASSERT n.x IS UNIQUE", "Replace ON with FOR and ASSERT with REQUIRE")]
    [InlineData("FOREACH (x IN [1] | MATCH (n))", "Invalid use of MATCH inside FOREACH")]
    [InlineData("CALL { CREATE () } IN TRANSACTIONS OF 1 ROWS OF 2 ROWS", "Duplicated OF ROWS parameter")]
    public void Parse_Mistake_SaysWhatIsWrong(string query, string expected)
    {
        var error = Assert.Throws<CypherException>(() => CypherParser.Parse(query));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Position);
    }

    [Fact]
    public void Parse_AdministrationCommand_IsUnsupported()
    {
        var error = Assert.Throws<CypherException>(() => CypherParser.Parse("CREATE DATABASE x"));
        Assert.Equal("Neo.ClientError.Statement.UnsupportedAdministrationCommand", error.Code);
    }
}
