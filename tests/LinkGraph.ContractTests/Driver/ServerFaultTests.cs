using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Driver;

/// <summary>Each needs a server of its own: one that is killed, asks for a password, or speaks TLS.</summary>
public sealed class ServerFaultTests
{
    [Fact]
    public async Task ExecuteWrite_ServerKilledAndRestarted_GoesOnByItself()
    {
        await using var server = await Neo4jServer.StartAsync();
        await using var driver = GraphDatabase.Driver(
            server.RoutingAddress, options => options.WithMaxTransactionRetryTime(TimeSpan.FromMinutes(3)));
        await using var session = driver.AsyncSession();
        await WriteAsync(session);
        await server.KillAsync();

        var writing = Task.Run(() => WriteAsync(session));
        await server.RestartAsync();
        await writing;

        var count = await session.ExecuteReadAsync(async runner =>
            (await (await runner.RunAsync("MATCH (n:N) RETURN count(n) AS n")).SingleAsync())["n"].As<long>());
        Assert.Equal(2L, count);
    }

    [Fact]
    public async Task Fetch_ServerKilledInTheStream_RetriableError()
    {
        await using var server = await Neo4jServer.StartAsync();
        await using var driver = server.Driver();
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("UNWIND range(1, 10000000) AS i RETURN i");
        Assert.True(await cursor.FetchAsync());
        await server.KillAsync();

        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => cursor.ForEachAsync(_ => { }));

        Assert.True(error.IsRetriable);
        await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
    }

    [Fact]
    public async Task VerifyConnectivity_PasswordOfAServer_RightWrongAndOfASession()
    {
        await using var server = await Neo4jServer.StartAsync("dbms.security.auth_enabled=true");
        await using (var first = GraphDatabase.Driver(server.Address, AuthTokens.Basic("neo4j", "neo4j")))
        await using (var session = first.AsyncSession(options => options.WithDatabase("system")))
            await (await session.RunAsync("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'secret-enough'")).ConsumeAsync();

        await using var wrong = GraphDatabase.Driver(server.Address, AuthTokens.Basic("neo4j", "wrong"));
        await using var right = GraphDatabase.Driver(server.RoutingAddress, AuthTokens.Basic("neo4j", "secret-enough"));

        var error = await Assert.ThrowsAsync<AuthenticationException>(wrong.VerifyConnectivityAsync);
        Assert.Equal("Neo.ClientError.Security.Unauthorized", error.Code);
        await right.VerifyConnectivityAsync();
        Assert.True(await right.VerifyAuthenticationAsync(AuthTokens.Basic("neo4j", "secret-enough")));
        Assert.False(await right.VerifyAuthenticationAsync(AuthTokens.Basic("neo4j", "wrong")));
        await using var own = right.AsyncSession(options => options.WithAuthToken(AuthTokens.Basic("neo4j", "secret-enough")));
        Assert.Equal(1L, (await (await own.RunAsync("RETURN 1 AS n")).SingleAsync())["n"]);
        await using var none = GraphDatabase.Driver(server.Address);
        await Assert.ThrowsAnyAsync<SecurityException>(none.VerifyConnectivityAsync);
    }

    [Fact]
    public async Task Connect_TlsWithASelfSignedCertificate_TrustDecides()
    {
        using var certificate = SelfSigned();
        await using var server = await Neo4jServer.StartAsync(home =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(home, "tls")).FullName;
            File.WriteAllText(Path.Combine(folder, "public.crt"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder, "private.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            return
            [
                "server.bolt.tls_level=REQUIRED", "dbms.ssl.policy.bolt.enabled=true", $"dbms.ssl.policy.bolt.base_directory={folder}",
                "dbms.ssl.policy.bolt.private_key=private.key", "dbms.ssl.policy.bolt.public_certificate=public.crt",
            ];
        });
        await using var any = GraphDatabase.Driver($"neo4j+ssc://localhost:{server.Port}");
        await using var system = GraphDatabase.Driver($"bolt+s://localhost:{server.Port}");
        await using var listed = GraphDatabase.Driver($"bolt://localhost:{server.Port}", options => options
            .WithEncryptionLevel(EncryptionLevel.Encrypted)
            .WithCertificateTrustRule(CertificateTrustRule.TrustList, [certificate]));
        await using var plain = GraphDatabase.Driver($"bolt://localhost:{server.Port}");

        Assert.True(any.Encrypted);
        await any.VerifyConnectivityAsync();
        await listed.VerifyConnectivityAsync();
        await Assert.ThrowsAsync<SecurityException>(system.VerifyConnectivityAsync);
        await Assert.ThrowsAnyAsync<Neo4jException>(plain.VerifyConnectivityAsync);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    private static async Task WriteAsync(IAsyncSession session) => await session.ExecuteWriteAsync(async runner =>
        await (await runner.RunAsync("CREATE (:N)")).ConsumeAsync());
}
