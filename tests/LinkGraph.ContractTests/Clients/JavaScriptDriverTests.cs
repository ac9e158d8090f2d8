using System.Text.Json.Nodes;
using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Clients;

/// <summary>
/// <c>neo4j-driver</c> from npm, unmodified, does all that its users do (<c>Scripts/checks.js</c>) against a folder that is served, and gets what
/// it gets from Neo4j (<c>Scripts/expected.json</c>).
/// </summary>
public sealed class JavaScriptDriverTests(NodeScripts scripts)
{
    /// <summary>The engine has no warnings about queries that run.</summary>
    private static readonly string[] s_knownDifferences = ["notifications"];

    [Theory]
    [InlineData("neo4j-driver-5")]
    [InlineData("neo4j-driver-6")]
    public async Task Checks_OnAServedFolder_GiveWhatNeo4jGives(string package)
    {
        await using var served = await ServedFolder.StartAsync();

        var results = await scripts.RunAsync("checks.js", package, served.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), ServedFolder.User, served.Password);

        AssertEqual(NodeScripts.Expected(), results, s_knownDifferences);
        Assert.Equal("[]", results["notifications"]!.ToJsonString());
    }

    [Fact]
    public async Task Checks_OnNeo4j_GiveWhatWasRecorded()
    {
        await using var server = await Neo4jServer.StartAsync(home =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(home, "tls")).FullName;
            ServedFolder.WriteCertificate(Path.Combine(folder, "public.crt"), Path.Combine(folder, "private.key"));
            return
            [
                "dbms.security.auth_enabled=true", "server.bolt.tls_level=OPTIONAL", "dbms.ssl.policy.bolt.enabled=true",
                $"dbms.ssl.policy.bolt.base_directory={folder}", "dbms.ssl.policy.bolt.private_key=private.key",
                "dbms.ssl.policy.bolt.public_certificate=public.crt",
            ];
        });
        await using (var first = GraphDatabase.Driver(server.Address, AuthTokens.Basic("neo4j", "neo4j")))
        await using (var session = first.AsyncSession(options => options.WithDatabase("system")))
            await (await session.RunAsync("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'secret-enough'")).ConsumeAsync();

        var results = await scripts.RunAsync("checks.js", "neo4j-driver-6", $"localhost:{server.Port}", "neo4j", "secret-enough");

        AssertEqual(NodeScripts.Expected(), results, []);
    }

    private static void AssertEqual(JsonObject expected, JsonObject actual, string[] except)
    {
        Assert.Equal(expected.Select(e => e.Key), actual.Select(a => a.Key));
        Assert.Multiple([.. expected.Where(e => !except.Contains(e.Key)).Select(e => (Action)(() =>
            Assert.Equal($"{e.Key}: {e.Value?.ToJsonString()}", $"{e.Key}: {actual[e.Key]?.ToJsonString()}")))]);
    }
}
