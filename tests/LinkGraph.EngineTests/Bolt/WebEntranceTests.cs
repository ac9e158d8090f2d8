using LinkGraph.Bolt.Server;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>Which pages get a WebSocket, and what others are told.</summary>
public sealed class WebEntranceTests
{
    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://localhost:7474", true)]
    [InlineData("https://localhost:7473", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("https://allowed.example", true)]
    [InlineData("https://ALLOWED.example", true)]
    [InlineData(null, true)]
    [InlineData("http://allowed.example", false)]
    [InlineData("https://allowed.example:8443", false)]
    [InlineData("https://allowed.example.evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("http://localhost@evil.example", false)]
    [InlineData("http://evil.example@localhost", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("http://localhost/page", false)]
    [InlineData("http://localhost?x", false)]
    [InlineData("file://", false)]
    [InlineData("chrome-extension://localhost", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1.evil.example", false)]
    [InlineData("http://localhost, https://evil.example", false)]
    public async Task Upgrade_ByOrigin_IsAllowedOrForbidden(string? origin, bool isAllowed)
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { AllowedOrigins = ["https://allowed.example"] });

        var status = await StatusAsync(running, $"Host: localhost:7687\r\n{(origin is null ? "" : $"Origin: {origin}\r\n")}{WebClient.Upgrade}");

        Assert.Equal(isAllowed ? "101" : "403", status);
    }

    [Theory]
    [InlineData("localhost", "101")]
    [InlineData("LOCALHOST:7687", "101")]
    [InlineData("127.0.0.1:7687", "101")]
    [InlineData("[::1]:7687", "101")]
    [InlineData("evil.example", "403")]
    [InlineData("evil.example:7687", "403")]
    [InlineData("localhost.evil.example", "403")]
    [InlineData("localhost:7687@evil.example", "403")]
    [InlineData("x@localhost", "403")]
    [InlineData("192.168.1.4:7687", "403")]
    [InlineData("", "403")]
    [InlineData(null, "403")]
    public async Task Upgrade_ByAnotherNameOfThisMachine_IsForbidden(string? host, string expected)
    {
        await using var running = await RunningDatabase.StartAsync();

        // A page that was made to pass for one of this machine's: same origin, as far as the browser can see.
        var status = await StatusAsync(running, $"{(host is null ? "" : $"Host: {host}\r\n")}{WebClient.Upgrade}");

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "426")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "426")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2hvcnQ=\r\n", "400")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n", "400")]
    [InlineData("Origin: http://localhost\r\nOrigin: https://evil.example\r\n", "400")]
    [InlineData("Host: evil.example\r\n", "400")]
    [InlineData("Connection: Upgrade\r\nUpgrade: h2c\r\n", "200")]
    [InlineData("Connection: close\r\nUpgrade: websocket\r\n", "200")]
    [InlineData("no colon\r\n", "400")]
    [InlineData("Space : before\r\n", "400")]
    [InlineData("X: a\r\n folded\r\n", "400")]
    [InlineData("X: \0\r\n", "400")]
    public async Task Request_ThatIsNotAsItShould_IsAnsweredByItsStatus(string headers, string expected)
    {
        await using var running = await RunningDatabase.StartAsync();

        Assert.Equal(expected, await StatusAsync(running, $"Host: localhost\r\n{headers}"));
    }

    [Theory]
    [InlineData("GET / HTTP/2.0")]
    [InlineData("GET http://localhost/ HTTP/1.1")]
    [InlineData("GET /")]
    [InlineData("GETS / HTTP/1.1")]
    [InlineData("G")]
    public async Task RequestLine_ThatIsNone_IsABadRequest(string line)
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);

        Assert.StartsWith("HTTP/1.1 400 ", await WebClient.AskAsync(stream, $"{line}\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAPerson_SaysWhatThisIs()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var stream = await RawClient.OpenAsync(running);

        var answer = await WebClient.AskAsync(stream, "GET /browser HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*;q=0.8\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain", answer, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nThis port speaks Bolt", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfNeo4jBrowser_GivesAddresses()
    {
        using var certificate = new TestCertificate();
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { Certificate = certificate.Load() });
        const string Request = "GET / HTTP/1.1\r\nHost: localhost:7687\r\nOrigin: http://localhost:7474\r\nAccept: application/json\r\n\r\n";
        await using var plain = await RawClient.OpenAsync(running);
        await using var encrypted = await WebClient.EncryptAsync(await RawClient.OpenAsync(running));

        var answer = await WebClient.AskAsync(plain, Request);

        Assert.Contains("\r\nAccess-Control-Allow-Origin: http://localhost:7474\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            """{"bolt_direct":"bolt://localhost:7687","bolt_routing":"neo4j://localhost:7687","neo4j_version":"5.26.0"}""", answer, StringComparison.Ordinal);
        Assert.Contains("\"bolt\u002Bs://localhost:7687\"".Replace("\u002B", "\\u002B", StringComparison.Ordinal), await WebClient.AskAsync(encrypted, Request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAForeignPage_IsForbiddenAndUnreadable()
    {
        var log = new ListLogger();
        await using var running = await RunningDatabase.StartAsync(logger: log);
        await using var stream = await RawClient.OpenAsync(running);

        var answer = await WebClient.AskAsync(stream, "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer, StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Contains("Origin", StringComparison.Ordinal));
    }

    private static async Task<string> StatusAsync(RunningDatabase running, string headers)
    {
        await using var stream = await RawClient.OpenAsync(running);
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes($"GET / HTTP/1.1\r\n{headers}\r\n"));
        var start = new byte["HTTP/1.1 200".Length];
        await stream.ReadExactlyAsync(start);
        return System.Text.Encoding.Latin1.GetString(start)["HTTP/1.1 ".Length..];
    }
}
