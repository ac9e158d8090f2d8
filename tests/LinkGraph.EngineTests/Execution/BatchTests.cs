using LinkGraph.Cypher;

namespace LinkGraph.EngineTests.Execution;

public sealed class BatchTests
{
    [Fact]
    public async Task InTransactions_InATransactionOfSeveralStatements_IsRefusedWithNeo4jsCode()
    {
        using var engine = new Engine();
        using var transaction = engine.Cypher.Begin();
        var error = await Assert.ThrowsAsync<CypherException>(async () => await transaction.RunAsync(
            "UNWIND [1] AS i CALL (i) { CREATE (:A) } IN TRANSACTIONS", null, TestContext.Current.CancellationToken));
        Assert.Equal("Neo.DatabaseError.Transaction.TransactionStartFailed", error.Code);
    }

    [Fact]
    public async Task InTransactions_BatchFails_CountsOnlyWhatStays()
    {
        using var engine = new Engine();
        using var result = await engine.Cypher.RunAsync(
            "UNWIND [1, 0, 2] AS i CALL (i) { CREATE (:A {i: 1 / i}) } IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE", null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Rows());
        Assert.Equal((2, 2), (result.Counters.NodesCreated, result.Counters.PropertiesSet));
    }

    [Fact]
    public async Task InTransactions_ReadsWhatItWrites_ComesToAnEnd()
    {
        using var engine = new Engine();
        await engine.RunAsync("CREATE (:A), (:A)");
        await engine.RunAsync("MATCH (a:A) CALL (a) { CREATE (:A) } IN TRANSACTIONS OF 1 ROW");
        Assert.Equal(["> [4]"], await engine.RunAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Fact]
    public async Task InTransactions_AbandonedHalfway_LeavesTheWriteLockFree()
    {
        using var engine = new Engine();
        using (var result = await engine.Cypher.RunAsync(
            "UNWIND range(1, 10) AS i CALL (i) { CREATE (:A) } IN TRANSACTIONS OF 1 ROW RETURN i", null, TestContext.Current.CancellationToken))
        {
            Assert.Equal(3, result.Rows().Take(3).Count());
        }

        Assert.Empty(await engine.RunAsync("CREATE (:B)"));
        Assert.Equal(["> [3]"], await engine.RunAsync("MATCH (a:A) RETURN count(a)"));
    }
}
