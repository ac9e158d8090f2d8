using System.Diagnostics;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

public sealed class TransactionFaultTests
{
    [Fact]
    public async Task Commit_ReplyIsLost_TheApplicationIsToldAndNothingIsTriedAgain()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.AnswerQueryAsync();
            await connection.ExpectAsync("COMMIT");
            connection.Abort();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        await transaction.RunAsync("CREATE ()");

        await Assert.ThrowsAsync<ServiceUnavailableException>(transaction.CommitAsync);

        await Assert.ThrowsAsync<TransactionTerminatedException>(transaction.CommitAsync);
        Assert.Empty(session.LastBookmarks.Values);
        Assert.Single(server.Requests, request => request == "COMMIT");
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task ExecuteWrite_DriverIsDisposedOfMeanwhile_EndsAtOnceAndNothingIsTriedAgain()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.NextAsync();
        });
        var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();

        // Another attempt would find the driver closed, and say only that.
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.ExecuteWriteAsync(async runner =>
        {
            var result = await runner.RunAsync("CREATE ()");
            var consumed = result.ConsumeAsync();
            await driver.DisposeAsync();
            await consumed;
        }));

        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task ExecuteWrite_ReplyToCommitIsLost_WorkRunsAgainOnANewConnection()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.AnswerQueryAsync(connection.Number);
            await connection.ExpectAsync("COMMIT");
            if (connection.Number == 1)
            {
                connection.Abort();
                return;
            }
            await connection.SuccessAsync(writer =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("bookmark");
                writer.WriteString("after the second");
            });
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var runs = 0;
        var watch = Stopwatch.StartNew();

        var result = await session.ExecuteWriteAsync(async runner =>
        {
            runs++;
            return (await (await runner.RunAsync("CREATE ()")).SingleAsync())["n"].As<long>();
        });

        Assert.Equal((2L, 2), (result, runs));
        Assert.Equal(["after the second"], session.LastBookmarks.Values);
        // The first delay is a second, a fifth more or less.
        Assert.InRange(watch.ElapsedMilliseconds, 750, 10_000);
    }

    [Fact]
    public async Task ExecuteWrite_TransientFailure_RollsBackResetsAndRunsAgainOnTheSameConnection()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync("Neo.TransientError.Transaction.DeadlockDetected");
            await connection.IgnoredAsync();
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await BeginAsync(connection);
            await connection.AnswerQueryAsync(5);
            await connection.ExpectAsync("COMMIT");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();

        var result = await session.ExecuteWriteAsync(async runner =>
            (await (await runner.RunAsync("CREATE ()")).SingleAsync())["n"].As<long>());

        Assert.Equal(5, result);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task ExecuteWrite_FailsForLongerThanTheRetryTime_ServiceUnavailableWithAllErrorsInside()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            while (true)
            {
                await connection.ExpectAsync("BEGIN");
                await connection.FailureAsync("Neo.TransientError.General.DatabaseUnavailable");
                await connection.ExpectAsync("RESET");
                await connection.SuccessAsync();
            }
        });
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithMaxTransactionRetryTime(TimeSpan.FromMilliseconds(1)));
        await using var session = driver.AsyncSession();

        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() =>
            session.ExecuteWriteAsync(runner => Task.FromResult(1)));

        var inside = Assert.IsType<AggregateException>(error.InnerException);
        Assert.Equal(2, inside.InnerExceptions.Count); // however short the time, it is tried twice
        Assert.All(inside.InnerExceptions, inner => Assert.IsType<TransientException>(inner));
    }

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError", typeof(ClientException))]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", typeof(ClientException))]
    [InlineData("Neo.ClientError.Security.Forbidden", typeof(ForbiddenException))]
    [InlineData("Neo.ClientError.Security.TokenExpired", typeof(TokenExpiredException))]
    [InlineData("Neo.DatabaseError.General.UnknownError", typeof(DatabaseException))]
    [InlineData("Neo.TransientError.Transaction.Terminated", typeof(ClientException))]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", typeof(ClientException))]
    public async Task ExecuteWrite_ErrorThatWillNotPass_IsNotTriedAgain(string code, Type type)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync(code);
            await connection.IgnoredAsync();
            if ((await connection.ExpectAsync("RESET", "GOODBYE")).Name == "RESET")
                await connection.SuccessAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var runs = 0;

        var error = await Assert.ThrowsAnyAsync<Neo4jException>(() => session.ExecuteWriteAsync(async runner =>
        {
            runs++;
            await (await runner.RunAsync("CREATE ()")).ConsumeAsync();
        }));

        Assert.IsType(type, error);
        Assert.Equal(1, runs);
        Assert.DoesNotContain("ROLLBACK", server.Requests);
    }

    [Fact]
    public async Task ExecuteWrite_WorkSwallowsTheFailureOfAQuery_IsNoSuccess()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await BeginAsync(connection);
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync("Neo.ClientError.Statement.ArithmeticError");
            await connection.IgnoredAsync();
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();

        await Assert.ThrowsAsync<ClientException>(() => session.ExecuteWriteAsync(async runner =>
        {
            try
            {
                await (await runner.RunAsync("RETURN 1/0")).ConsumeAsync();
            }
            catch (ClientException)
            {
            }
        }));
        Assert.DoesNotContain("COMMIT", server.Requests);
    }

    [Fact]
    public async Task Fetch_HasMore_PullsOnlyWhenRecordsAreAskedFor()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RecordAsync(1);
            await connection.RecordAsync(2);
            await connection.HasMoreAsync();
            await connection.ExpectAsync("PULL");
            await connection.RecordAsync(3);
            await connection.HasMoreAsync();
            await connection.ExpectAsync("DISCARD");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession(options => options.WithFetchSize(2));
        var cursor = await session.RunAsync("RETURN 1");

        Assert.True(await cursor.FetchAsync());
        Assert.True(await cursor.FetchAsync());
        Assert.Single(server.Requests, request => request == "PULL");
        Assert.True(await cursor.FetchAsync());
        await cursor.ConsumeAsync();

        Assert.Equal(["PULL", "PULL", "DISCARD"], server.Requests.Where(request => request is "PULL" or "DISCARD"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Begin_TelemetryWanted_IsSentUnlessDisabled(bool disabled)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync(writer =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("telemetry.enabled");
                writer.WriteBoolean(true);
            });
            while (true)
            {
                await connection.NextAsync();
                await connection.SuccessAsync();
            }
        });
        await using var driver = GraphDatabase.Driver(server.Address, options =>
        {
            if (disabled)
                options.WithTelemetryDisabled();
        });
        await using var session = driver.AsyncSession();

        await (await session.BeginTransactionAsync()).CommitAsync();

        Assert.Equal(!disabled, server.Requests.Contains("TELEMETRY"));
    }

    private static async Task BeginAsync(ScriptedServer.Connection connection)
    {
        await connection.ExpectAsync("BEGIN");
        await connection.SuccessAsync();
    }
}
