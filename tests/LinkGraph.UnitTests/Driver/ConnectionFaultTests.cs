using LinkGraph.Bolt.Messages;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task Fetch_EveryByteAlone_RecordsAreWhole()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            byte[] answer =
            [
                .. connection.Encode(ResponseTag.Success, writer =>
                {
                    writer.WriteMapHeader(1);
                    writer.WriteString("fields");
                    writer.WriteListHeader(1);
                    writer.WriteString("n");
                }),
                0, 0, // a keep-alive
                .. Enumerable.Range(0, 5).SelectMany(i => connection.Encode(ResponseTag.Record, writer =>
                {
                    writer.WriteListHeader(1);
                    writer.WriteString($"record number {i}");
                })),
                .. connection.Encode(ResponseTag.Success, writer => writer.WriteMapHeader(0)),
            ];
            foreach (var value in answer)
                await connection.RawAsync([value]);
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();

        var records = await (await session.RunAsync("RETURN 1")).ToListAsync(record => record["n"].As<string>());

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"record number {i}"), records);
    }

    [Fact]
    public async Task Fetch_RecordOfManyChunks_IsWhole()
    {
        var text = new string('ö', 200_000);
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RawAsync(connection.Encode(ResponseTag.Record, writer =>
            {
                writer.WriteListHeader(1);
                writer.WriteString(text);
            }));
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();

        var record = await (await session.RunAsync("RETURN 1")).SingleAsync();

        Assert.Equal(text, record["n"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_ConnectionEndsInTheStream_ServiceUnavailableAndTheConnectionIsNotUsedAgain(bool reset)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerQueryAsync(2);
                await connection.ExpectAsync("GOODBYE");
                return;
            }
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RecordAsync(1);
            await connection.RawAsync([0, 9, 0xB1]); // the start of a record
            await Task.Delay(100, connection.Stop);
            if (reset)
                connection.Abort();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1");
        Assert.True(await cursor.FetchAsync());

        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(cursor.FetchAsync);

        Assert.True(error.IsRetriable);
        await Assert.ThrowsAsync<ServiceUnavailableException>(cursor.ConsumeAsync);
        Assert.Equal(2L, (await (await session.RunAsync("RETURN 2")).SingleAsync())["n"]);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Run_FailureInAPipeline_IgnoredIsSwallowedAndResetFollows()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync("Neo.ClientError.Statement.SyntaxError", "no such clause");
            await connection.IgnoredAsync();
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await connection.AnswerQueryAsync(3);
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETRUN");

        var error = await Assert.ThrowsAsync<ClientException>(cursor.KeysAsync);

        Assert.Equal(("Neo.ClientError.Statement.SyntaxError", "no such clause"), (error.Code, error.Message));
        Assert.Equal(3L, (await (await session.RunAsync("RETURN 3")).SingleAsync())["n"]);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task Fetch_FailureInTheStream_RecordsBeforeItAreGiven()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RecordAsync(1);
            await connection.FailureAsync("Neo.TransientError.General.OutOfMemoryError");
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1");

        Assert.True(await cursor.FetchAsync());
        var error = await Assert.ThrowsAsync<TransientException>(cursor.FetchAsync);

        Assert.True(error.IsRetriable);
    }

    [Theory]
    [InlineData("0004B171D7010000")] // a record that is no list
    [InlineData("000500112233440000")] // no structure
    [InlineData("0002B0330000")] // no such message
    [InlineData("0003B170A10000")] // metadata that ends early
    [InlineData("0005B17191C4000000")] // an unknown marker
    [InlineData("0004B171929100000000")] // a list that lies about its size
    [InlineData("0004B17191B0000000")] // an unknown structure
    public async Task Fetch_MalformedBytes_ProtocolException(string hex)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RawAsync(Convert.FromHexString(hex));
            await connection.StaySilentAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1");

        var error = await Assert.ThrowsAsync<ProtocolException>(cursor.FetchAsync);

        Assert.False(error.IsRetriable);
    }

    [Fact]
    public async Task Fetch_NestedBeyondReason_ProtocolExceptionNotACrash()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.RawAsync(connection.Encode(ResponseTag.Record, writer =>
            {
                for (var i = 0; i < 1_000_000; i++)
                    writer.WriteListHeader(1);
                writer.WriteNull();
            }));
            await connection.StaySilentAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1");

        await Assert.ThrowsAsync<ProtocolException>(cursor.FetchAsync);
    }

    [Fact]
    public async Task Fetch_ServerSilentLongerThanItsHint_ConnectionReadTimeoutException()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync(writer =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("connection.recv_timeout_seconds");
                writer.WriteInteger(1);
            });
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            for (var i = 0; i < 4; i++)
            {
                await Task.Delay(400, connection.Stop); // slow, but not silent
                await connection.RawAsync([0, 0]);
            }
            await connection.RecordAsync(1);
            await connection.StaySilentAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1");
        Assert.True(await cursor.FetchAsync());

        var error = await Assert.ThrowsAsync<ConnectionReadTimeoutException>(cursor.FetchAsync);

        Assert.True(error.IsRetriable);
    }

    [Fact]
    public async Task Verify_ServerSilentInTheHandshake_ServiceUnavailableAfterTheConnectionTimeout()
    {
        await using var server = new ScriptedServer(connection => connection.StaySilentAsync());
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithConnectionTimeout(TimeSpan.FromMilliseconds(200)));

        await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
    }

    [Fact]
    public async Task Verify_ServerSilentAfterTheHandshake_ClientExceptionAfterTheAcquisitionTimeout()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ShakeHandsAsync();
            await connection.StaySilentAsync();
        });
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithConnectionAcquisitionTimeout(TimeSpan.FromMilliseconds(200)));

        await Assert.ThrowsAsync<ClientException>(driver.VerifyConnectivityAsync);
    }

    [Theory]
    [InlineData("48545450")] // HTTP
    [InlineData("00000000")] // nothing in common
    public async Task Verify_NoBoltServer_ServiceUnavailable(string hex)
    {
        await using var server = new ScriptedServer(connection => connection.RawAsync(Convert.FromHexString(hex)));
        await using var driver = GraphDatabase.Driver(server.Address);

        await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
        Assert.False(await driver.TryVerifyConnectivityAsync());
    }

    [Fact]
    public async Task Verify_VersionThatWasNotProposed_ProtocolException()
    {
        await using var server = new ScriptedServer(connection => connection.RawAsync([0, 0, 1, 6]));
        await using var driver = GraphDatabase.Driver(server.Address);

        await Assert.ThrowsAsync<ProtocolException>(driver.VerifyConnectivityAsync);
    }
}
