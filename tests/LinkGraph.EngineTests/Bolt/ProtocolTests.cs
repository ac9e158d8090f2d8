using LinkGraph.Bolt.Messages;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

public sealed class ProtocolTests
{
    [Fact]
    public async Task Failure_UntilReset_HasAllElseIgnored()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);

        await client.SendAsync(RawClient.Run("nonsense"), RawClient.Pull(-1), RawClient.Begin, RawClient.Run("RETURN 1"));

        Assert.Equal(ResponseTag.Failure, (await client.AnswerAsync()).Tag);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(ResponseTag.Ignored, (await client.AnswerAsync()).Tag);
        }

        await client.SuccessAsync(RawClient.Reset);
        await client.SuccessAsync(RawClient.Run("RETURN 1 AS x"));
        await client.SuccessAsync(RawClient.Pull(-1));
        Assert.Equal([1L], client.Records.Single());
    }

    [Fact]
    public async Task Reset_DuringAQuery_TerminatesItAtOnce()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        await client.SuccessAsync(RawClient.Run(TransactionTests.Endless));

        await client.SendAsync(RawClient.Pull(-1));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await client.SendAsync(RawClient.Reset);

        var (tag, fields) = await client.AnswerAsync();
        Assert.Equal(ResponseTag.Failure, tag);
        Assert.Equal("Neo.TransientError.Transaction.Terminated", fields["code"]);
        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
        await client.SuccessAsync(RawClient.Run("RETURN 1 AS x"));
    }

    [Fact]
    public async Task Reset_WhileAnotherHoldsTheWriteLock_EndsTheWaiting()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var holder = await RawClient.LogOnAsync(running);
        await holder.SuccessAsync(RawClient.Begin);
        await holder.SuccessAsync(RawClient.Run("CREATE ()"));
        await using var client = await RawClient.LogOnAsync(running);

        await client.SendAsync(RawClient.Run("CREATE ()"));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await client.SendAsync(RawClient.Reset);

        Assert.Equal("Neo.TransientError.Transaction.Terminated", (await client.AnswerAsync()).Fields["code"]);
        Assert.Equal(ResponseTag.Success, (await client.AnswerAsync()).Tag);
    }

    [Fact]
    public async Task Pull_InPieces_SaysWhetherThereIsMore()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        await client.SuccessAsync(RawClient.Run("UNWIND range(1, 5) AS i RETURN i"));

        Assert.Equal(true, (await client.SuccessAsync(RawClient.Pull(2)))["has_more"]);
        Assert.Equal(true, (await client.SuccessAsync(RawClient.Pull(2)))["has_more"]);
        var last = await client.SuccessAsync(RawClient.Pull(1));

        Assert.DoesNotContain("has_more", last.Keys);
        Assert.Equal("r", last["type"]);
        Assert.Contains("bookmark", last.Keys);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], client.Records.Select(r => r[0]));
    }

    [Theory]
    [InlineData("pull")]
    [InlineData("begin begin")]
    [InlineData("commit")]
    [InlineData("run run")]
    [InlineData("hello")]
    [InlineData("run pull0")]
    [InlineData("begin run pull9")]
    public async Task Request_OutOfPlace_IsInvalidAndEndsTheConnection(string requests)
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        var names = requests.Split(' ');
        for (var i = 0; i < names.Length; i++)
        {
            await client.SendAsync(names[i] switch
            {
                "pull" => RawClient.Pull(-1),
                "pull0" => RawClient.Pull(0),
                "pull9" => RawClient.Pull(1, 9),
                "begin" => RawClient.Begin,
                "commit" => RawClient.Commit,
                "hello" => RawClient.Hello,
                _ => RawClient.Run("RETURN 1"),
            });
            var (tag, fields) = await client.AnswerAsync();
            if (i == names.Length - 1)
            {
                Assert.Equal((ResponseTag.Failure, "Neo.ClientError.Request.Invalid"), (tag, fields["code"]));
            }
        }

        Assert.Equal(0, (await client.AnswerAsync()).Tag);
        Assert.Equal(1, await running.SingleAsync<int>("RETURN 1"));
    }

    [Fact]
    public async Task Password_Wrong_IsRefused()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var driver = GraphDatabase.Driver(running.Database.Address, AuthTokens.Basic(running.Database.User, "guess"));

        var error = await Assert.ThrowsAsync<AuthenticationException>(driver.VerifyConnectivityAsync);

        Assert.Equal("Neo.ClientError.Security.Unauthorized", error.Code);
    }

    [Fact]
    public async Task Request_WithoutLogon_IsRefused()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.ShakeHandsAsync(running);
        await client.SuccessAsync(RawClient.Hello);

        await client.SendAsync(RawClient.Run("RETURN 1"));

        Assert.Equal(ResponseTag.Failure, (await client.AnswerAsync()).Tag);
        Assert.Equal(0, (await client.AnswerAsync()).Tag);
    }

    [Fact]
    public async Task Procedures_OfConnectingClients_Answer()
    {
        await using var running = await RunningDatabase.StartAsync();
        await running.RowsAsync("CREATE (:A {p: 1})-[:R]->(:B), (:Gone) WITH 1 AS x MATCH (g:Gone) DELETE g");

        Assert.True(await running.SingleAsync<bool>("CALL db.ping()"));
        Assert.Equal(["5.26.0"], await running.SingleAsync<List<string>>("CALL dbms.components() YIELD versions"));
        Assert.Equal(["A", "B"], (await running.RowsAsync("CALL db.labels()")).Select(r => r["label"].As<string>()));
        Assert.Equal(["R"], (await running.RowsAsync("CALL db.relationshipTypes()")).Select(r => r["relationshipType"].As<string>()));
        Assert.Equal(["p"], (await running.RowsAsync("CALL db.propertyKeys()")).Select(r => r["propertyKey"].As<string>()));
        Assert.NotEmpty(await running.RowsAsync("CALL dbms.clientConfig() YIELD name, value"));
        Assert.Single(await running.RowsAsync("SHOW DATABASES WHERE name = $db", new { db = "neo4j" }));
        Assert.Equal("neo4j", await running.SingleAsync<string>("SHOW CURRENT USER YIELD user"));
    }
}
