namespace LinkGraph.EngineTests.Execution;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("USE nothere RETURN 1", "Neo.ClientError.Database.DatabaseNotFound")]
    [InlineData("SHOW TRANSACTIONS", "Neo.ClientError.Statement.UnsupportedOperationError")]
    [InlineData("TERMINATE TRANSACTION 'neo4j-transaction-1'", "Neo.ClientError.Statement.UnsupportedOperationError")]
    [InlineData("SHOW SETTINGS", "Neo.ClientError.Statement.UnsupportedOperationError")]
    [InlineData("RETURN 1 AS a UNION UNWIND [1] AS a CALL (a) { CREATE (:A) } IN TRANSACTIONS RETURN a", "Neo.ClientError.Statement.SyntaxError")]
    public async Task Run_WhatIsNotThere_SaysSo(string query, string code)
    {
        using var engine = new Engine();
        Assert.Equal($"! {code}", (await engine.RunAsync(query))[0]);
    }
}
