using CsCheck;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.EngineTests.Syntax;

public sealed class PrinterTests
{
    [Fact]
    public void Print_AnyExpression_ParsesToTheSameTree() => TreeGenerator.Expression(3).Sample(
        expression => Check(new QueryStatement(new Query(new SingleQuery([new ReturnClause(
            new Projection(false, false, [new ProjectionItem(expression, null)], [], null, null))]), []))),
        iter: 30_000);

    [Fact]
    public void Print_AnyQuery_ParsesToTheSameTree() => TreeGenerator.Statement.Sample(Check, iter: 10_000);

    [Theory]
    [InlineData("create range index for (n:A) on n.x", "CREATE RANGE INDEX FOR (n:A) ON (n.x)")]
    [InlineData("CREATE INDEX $i IF NOT EXISTS FOR ()<-[r:A]-() ON (r.x, r.y) OPTIONS {}", "CREATE INDEX $i IF NOT EXISTS FOR ()-[r:A]-() ON (r.x, r.y) OPTIONS {}")]
    [InlineData("CREATE FULLTEXT INDEX f FOR (n:A|B) ON EACH [n.x, n.y]", "CREATE FULLTEXT INDEX f FOR (n:A|B) ON EACH [n.x, n.y]")]
    [InlineData("CREATE LOOKUP INDEX FOR ()-[r]-() ON type(r)", "CREATE LOOKUP INDEX FOR ()-[r]-() ON EACH type(r)")]
    [InlineData("DROP INDEX i IF EXISTS", "DROP INDEX i IF EXISTS")]
    [InlineData("CREATE CONSTRAINT c FOR ()-[r:A]-() REQUIRE r.x IS REL UNIQUE", "CREATE CONSTRAINT c FOR ()-[r:A]-() REQUIRE (r.x) IS UNIQUE")]
    [InlineData("CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x, n.y) IS NODE KEY", "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x, n.y) IS KEY")]
    [InlineData("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS NOT NULL", "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x) IS NOT NULL")]
    [InlineData("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS TYPED LIST<INT!>", "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x) IS :: LIST<INTEGER NOT NULL>")]
    [InlineData("DROP CONSTRAINT $c", "DROP CONSTRAINT $c")]
    [InlineData("SHOW ALL INDEX", "SHOW INDEXES")]
    [InlineData("SHOW NODE UNIQUE CONSTRAINT WHERE name = 'a'", "SHOW NODE UNIQUENESS CONSTRAINTS WHERE name = 'a'")]
    [InlineData("SHOW PROPERTY TYPE CONSTRAINTS", "SHOW PROPERTY TYPE CONSTRAINTS")]
    [InlineData("SHOW USER DEFINED FUNCTION EXECUTABLE BY CURRENT USER YIELD *", "SHOW USER DEFINED FUNCTIONS EXECUTABLE YIELD *")]
    [InlineData("SHOW PROCEDURE EXECUTABLE BY bob YIELD name AS n ORDER BY n DESC SKIP 1 LIMIT 2 WHERE n = 'a' RETURN count( * )",
        "SHOW PROCEDURES EXECUTABLE BY bob YIELD name AS n ORDER BY n DESC SKIP 1 LIMIT 2 WHERE n = 'a' RETURN count(*)")]
    [InlineData("SHOW DATABASE neo4j YIELD name", "SHOW DATABASE neo4j YIELD name")]
    [InlineData("SHOW HOME DATABASE", "SHOW HOME DATABASE")]
    [InlineData("SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTION t YIELD message RETURN message",
        "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message")]
    [InlineData("SHOW SETTING 'a', 'b'", "SHOW SETTINGS 'a', 'b'")]
    [InlineData("SHOW CURRENT USER", "SHOW CURRENT USER")]
    [InlineData("cypher 5 runtime=slotted explain match (n) return n;", "CYPHER 5 runtime=slotted EXPLAIN MATCH (n) RETURN n")]
    [InlineData("USE graph.byName('g') RETURN 1", "USE graph.byName('g') RETURN 1")]
    [InlineData("MATCH (n) LIMIT 2 SKIP 1 FINISH", "MATCH (n) LIMIT 2 SKIP 1 FINISH")]
    public void Print_Statement_IsCanonicalAndParsesToTheSameTree(string text, string canonical)
    {
        var tree = CypherParser.Parse(text);
        Assert.Equal(canonical, CypherPrinter.Print(tree));
        Assert.Equal(tree, CypherParser.Parse(canonical));
    }

    private static void Check(Statement statement)
    {
        var text = CypherPrinter.Print(statement);
        try
        {
            var read = CypherParser.Parse(text);
            Assert.True(read.Equals(statement), $"{text}\nis read as\n{CypherPrinter.Print(read)}");
        }
        catch (CypherException error)
        {
            Assert.Fail($"{text}\n{error.Message}");
        }
    }
}
