using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Driver;

[Collection(Neo4jCollection.Name)]
public sealed class ValueTests(Neo4jFixture neo4j)
{
    public static TheoryData<object?, object?> Values => new()
    {
        { null, null },
        { true, true },
        { 0, 0L },
        { -17, -17L },
        { long.MinValue, long.MinValue },
        { 1.5f, 1.5 },
        { double.MaxValue, double.MaxValue },
        { 'x', "x" },
        { "", "" },
        { "Grüße 👋 \u0000", "Grüße 👋 \u0000" },
        { new string('ä', 70_000), new string('ä', 70_000) },
        { new byte[] { 0, 255, 127 }, new byte[] { 0, 255, 127 } },
        { new[] { 1, 2, 3 }, new List<object> { 1L, 2L, 3L } },
        { new List<string> { "a", "b" }, new List<object> { "a", "b" } },
        { new Dictionary<string, object> { ["k"] = new[] { 1.0 } }, new Dictionary<string, object> { ["k"] = new List<object> { 1.0 } } },
        { new DateOnly(2024, 2, 29), new LocalDate(2024, 2, 29) },
        { new LocalDate(-999_999_999, 1, 1), new LocalDate(-999_999_999, 1, 1) },
        { new LocalDate(999_999_999, 12, 31), new LocalDate(999_999_999, 12, 31) },
        { new TimeOnly(23, 59, 59, 999), new LocalTime(23, 59, 59, 999_000_000) },
        { new OffsetTime(12, 30, 0, 1, -3600), new OffsetTime(12, 30, 0, 1, -3600) },
        { new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Unspecified), new LocalDateTime(2026, 11, 24, 9, 0, 0) },
        {
            new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc),
            new ZonedDateTime(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
        },
        {
            new DateTimeOffset(1931, 5, 6, 7, 8, 9, TimeSpan.FromHours(-7)),
            new ZonedDateTime(new DateTimeOffset(1931, 5, 6, 7, 8, 9, TimeSpan.FromHours(-7)))
        },
        { new ZonedDateTime(1_784_000_000, 5, Zone.Of("Europe/Stockholm")), new ZonedDateTime(1_784_000_000, 5, Zone.Of("Europe/Stockholm")) },
        { new Duration(-14, 3, -5, 1), new Duration(-14, 3, -5, 1) },
        { new Point(4326, 12.5, 55.6), new Point(4326, 12.5, 55.6) },
        { new Point(9157, 1, 2, 3), new Point(9157, 1, 2, 3) },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Return_Parameter_ComesBackEqual(object? sent, object? expected)
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        var record = await (await session.RunAsync("RETURN $v AS v", new Dictionary<string, object?> { ["v"] = sent! }!)).SingleAsync();

        Assert.Equal(expected, record["v"]);
    }

    [Theory]
    [InlineData("date('-0044-03-15')", "-0044-03-15")]
    [InlineData("localtime('12:00:00.000000001')", "12:00:00.000000001")]
    [InlineData("time('12:00:00+01:30')", "12:00:00+01:30")]
    [InlineData("localdatetime('2024-02-29T23:59:59')", "2024-02-29T23:59:59")]
    [InlineData("datetime('2024-07-01T12:00:00[Europe/Stockholm]')", "2024-07-01T12:00:00+02:00[Europe/Stockholm]")]
    [InlineData("datetime('2024-01-01T00:00:00Z')", "2024-01-01T00:00:00Z")]
    [InlineData("duration({months: 1, days: 2, seconds: -1, nanoseconds: 1})", "P1M2DT-0.999999999S")]
    public async Task ToString_Temporal_IsIso(string cypher, string expected)
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        var record = await (await session.RunAsync($"RETURN {cypher} AS v")).SingleAsync();

        Assert.Equal(expected, record["v"].ToString());
    }

    [Fact]
    public async Task Return_GraphValues_NodesRelationshipsAndPathsBothWays()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(
            "CREATE (a:A:Z {x: 1})-[r:R {since: date('2020-01-01')}]->(b:B) WITH a, b, r MATCH p = (b)<--(a) RETURN a, b, r, p");

        var record = await cursor.SingleAsync();
        var (a, b) = (record["a"].As<INode>(), record["b"].As<INode>());
        var relationship = record["r"].As<IRelationship>();
        var path = record["p"].As<IPath>();

        Assert.Equal(["A", "Z"], a.Labels.Order());
        Assert.Equal(1L, a["x"]);
        Assert.Equal("R", relationship.Type);
        Assert.Equal((a.ElementId, b.ElementId), (relationship.StartNodeElementId, relationship.EndNodeElementId));
        Assert.Equal(new DateOnly(2020, 1, 1), relationship["since"].As<DateOnly>());
        Assert.Equal((b, a), (path.Start, path.End));
        Assert.Equal(relationship, Assert.Single(path.Relationships));
        Assert.Equal(a.ElementId, path.Relationships[0].StartNodeElementId);
    }

    [Fact]
    public async Task Run_BatchOfAnonymousObjects_EveryFieldArrives()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();
        var rows = Enumerable.Range(0, 5000).Select(i => new { id = $"account-{i}", count = i, at = DateTimeOffset.UnixEpoch.AddDays(i) });

        var cursor = await session.RunAsync(
            "UNWIND $rows AS row RETURN count(DISTINCT row.id) AS ids, sum(row.count) AS total, max(row.at) AS last", new { rows });
        var record = await cursor.SingleAsync();

        Assert.Equal((5000L, 12_497_500L), (record["ids"].As<long>(), record["total"].As<long>()));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(4999), record["last"].As<DateTimeOffset>());
    }

    [Fact]
    public async Task Run_ParameterWithoutType_ProtocolExceptionAndTheSessionGoesOn()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        await Assert.ThrowsAsync<ProtocolException>(() => session.RunAsync("RETURN $v", new { v = Guid.Empty }));

        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1 AS n")).SingleAsync())["n"]);
    }
}
