using Neo4j.Driver;

namespace LinkGraph.EngineTests.Durability;

/// <summary>A disk that is full, then not, and one that is read-only.</summary>
public sealed class DiskTests
{
    private const int Kilobyte = 1024;
    private const long NoCheckpoint = 1L << 40;
    private const string LogError = "Neo.DatabaseError.Transaction.TransactionLogError";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NoCheckpoint, 300)]
    [InlineData(40 * Kilobyte, 300)]
    [InlineData(200 * Kilobyte, 2000)]
    public async Task Write_DiskIsFull_RollsBackAndReadsOnAndWritesOnceThereIsRoom(long checkpointAfter, int kilobytes)
    {
        await using var disk = await SmallDisk.MountAsync(8);
        await using var server = ServerProcess.Launch(Path.Combine(disk.Folder, "db"), checkpointAfter, disk.Through);
        var written = new List<long>();
        await using (var driver = await server.ReadyAsync())
        {
            await RunAsync(driver, "CREATE CONSTRAINT FOR (n:N) REQUIRE n.id IS UNIQUE");
            disk.Fill(leaving: kilobytes * Kilobyte);
            var refused = await WriteUntilRefusedAsync(driver, written);

            Assert.Equal(LogError, refused.Code);
            Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);
            Assert.NotEmpty(written);
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(LogError, (await Assert.ThrowsAnyAsync<Neo4jException>(() => WriteAsync(driver, 1000 + i, 100 * Kilobyte))).Code);
                Assert.Equal(written, await IdsAsync(driver));
            }

            disk.Free();
            await WriteAsync(driver, 5000, 100 * Kilobyte);
            written.Add(5000);
            Assert.Equal(written, await IdsAsync(driver));
            await server.KillAsync();
        }

        await AssertOpensAsync(disk, written);
    }

    /// <summary>What was killed leaves its files and needs no room to be opened again; what was closed needs a little.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_DiskIsFull_OpensOrSaysSoAndOpensOnceThereIsRoom(bool isKilled)
    {
        await using var disk = await SmallDisk.MountAsync(8);
        var (folder, written) = (Path.Combine(disk.Folder, "db"), new List<long>());
        await using (var server = ServerProcess.Launch(folder, 40 * Kilobyte, disk.Through))
        await using (var driver = await server.ReadyAsync())
        {
            for (var i = 0; i < 20; i++)
            {
                await WriteAsync(driver, i, 10 * Kilobyte);
                written.Add(i);
            }

            await (isKilled ? server.KillAsync() : server.StopAsync());
        }

        foreach (var free in isKilled ? new[] { 0 } : [0, 4, 16])
        {
            disk.Fill(leaving: free * Kilobyte);
            Assert.Equal(isKilled, await OpensAsync(disk, written));
            disk.Free();
        }

        await AssertOpensAsync(disk, written);
    }

    [Fact]
    public async Task Open_FolderIsReadOnly_SaysSoAndOpensOnceItIsNot()
    {
        await using var disk = await SmallDisk.MountAsync(8);
        var folder = Path.Combine(disk.Folder, "db");
        await using (var server = ServerProcess.Launch(folder, NoCheckpoint, disk.Through))
        await using (var driver = await server.ReadyAsync())
        {
            await WriteAsync(driver, 1, Kilobyte);
            await server.KillAsync();
        }

        await disk.MakeReadOnlyAsync();
        await using var refusing = ServerProcess.Launch(folder, NoCheckpoint, disk.Through);
        var error = await Assert.ThrowsAsync<IOException>(refusing.ReadyAsync);
        await disk.MakeWritableAsync();

        Assert.StartsWith($"{folder} cannot be used: Read-only file system", error.Message, StringComparison.Ordinal);
        await AssertOpensAsync(disk, [1]);
    }

    private static async Task<Neo4jException> WriteUntilRefusedAsync(IDriver driver, List<long> written)
    {
        for (var id = 0L; ; id++)
        {
            Assert.True(id < 900, "The disk does not fill up.");
            try
            {
                await WriteAsync(driver, id, 10 * Kilobyte);
                written.Add(id);
            }
            catch (Neo4jException refused)
            {
                return refused;
            }
        }
    }

    /// <summary>Whether it opens; then with all that was written, else it says that the disk is full.</summary>
    private static async Task<bool> OpensAsync(SmallDisk disk, List<long> written)
    {
        await using var server = ServerProcess.Launch(Path.Combine(disk.Folder, "db"), NoCheckpoint, disk.Through);
        try
        {
            await using var driver = await server.ReadyAsync();
            Assert.Equal(written, await IdsAsync(driver));
            return true;
        }
        catch (IOException error)
        {
            Assert.Matches("disk is full|No space left", error.Message);
            return false;
        }
    }

    private static async Task AssertOpensAsync(SmallDisk disk, List<long> written)
    {
        await using var server = ServerProcess.Launch(Path.Combine(disk.Folder, "db"), NoCheckpoint, disk.Through);
        await using var driver = await server.ReadyAsync();
        Assert.Equal(written, await IdsAsync(driver));
        await WriteAsync(driver, 9000, Kilobyte);
    }

    private static Task<List<IRecord>> WriteAsync(IDriver driver, long id, int bytes) =>
        RunAsync(driver, "CREATE (:N {id: $id, load: $load})", new { id, load = new string('x', bytes) });

    private static async Task<List<long>> IdsAsync(IDriver driver) =>
        [.. (await RunAsync(driver, "MATCH (n:N) RETURN n.id ORDER BY n.id")).Select(row => row[0].As<long>())];

    private static async Task<List<IRecord>> RunAsync(IDriver driver, string query, object? parameters = null)
    {
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(query, parameters ?? new { });
        return await cursor.ToListAsync(Stop);
    }
}
