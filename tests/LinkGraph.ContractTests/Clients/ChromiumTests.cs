using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.Clients;

/// <summary>Web pages in a real browser, with the bundle of <c>neo4j-driver</c> that is made for them (<c>Scripts/page.html</c>).</summary>
public sealed class ChromiumTests(NodeScripts scripts)
{
    private static readonly string[] s_programs = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("neo4j-driver-5")]
    [InlineData("neo4j-driver-6")]
    public async Task Page_OfThisMachine_UsesTheDatabaseOverWebSocket(string package)
    {
        await using var served = await ServedFolder.StartAsync();

        var results = await OpenAsync(served, package, "localhost");

        Assert.Equal(
            JsonNode.Parse($$"""
                {
                  "socket": "open",
                  "discovery": { "bolt_direct": "bolt://{{served.Address}}", "bolt_routing": "neo4j://{{served.Address}}", "neo4j_version": "5.26.0" },
                  "connect": "no error",
                  "wrongPassword": "Neo.ClientError.Security.Unauthorized",
                  "path": ["Ada", "1815-12-10", "KNOWS", "Charles"],
                  "nodes": 2, "stream": 10000, "large": true, "dropped": 0,
                  "error": "Neo.ClientError.Statement.ArithmeticError",
                  "parallel": [1, 2, 3, 4], "routed": 1, "encrypted": 2000
                }
                """)!.ToJsonString(),
            results.ToJsonString());
    }

    [Fact]
    public async Task Page_OfAForeignOrigin_IsRefusedThoughItKnowsThePassword()
    {
        await using var served = await ServedFolder.StartAsync();

        var results = await OpenAsync(served, "neo4j-driver-6", "evil.example");

        Assert.Equal("""{"socket":"refused","discovery":"unreadable","connect":"ServiceUnavailable"}""", results.ToJsonString());
        Assert.Contains("Origin", served.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnOriginThatIsAllowed_IsLetIn()
    {
        await using var page = await PageAsync("neo4j-driver-6");
        await using var served = await ServedFolder.StartAsync("--allow-origin", $"http://evil.example:{page.Port}");

        var results = await OpenAsync(page, served, "evil.example");

        Assert.Equal(("open", 10000), ((string)results["socket"]!, (int)results["stream"]!));
    }

    private readonly Dictionary<string, (string MediaType, byte[] Body)> _files = [];

    private async Task<PageServer> PageAsync(string package)
    {
        var folder = await scripts.FolderAsync();
        _files["/page.html"] = ("text/html", await File.ReadAllBytesAsync(Path.Combine(folder, "page.html")));
        _files["/driver.js"] = ("text/javascript", await File.ReadAllBytesAsync(Path.Combine(folder, "node_modules", package, "lib", "browser", "neo4j-web.min.js")));
        return new PageServer(_files);
    }

    private async Task<JsonObject> OpenAsync(ServedFolder served, string package, string host)
    {
        await using var page = await PageAsync(package);
        return await OpenAsync(page, served, host);
    }

    /// <summary>What the page posts.</summary>
    private async Task<JsonObject> OpenAsync(PageServer page, ServedFolder served, string host)
    {
        _files["/config.json"] = ("application/json", Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(new { address = served.Address, user = ServedFolder.User, password = served.Password })));
        var program = Array.Find(s_programs, Programs.IsOnPath);
        if (program is null)
            SharedFolder.Skip($"The test needs a browser: {string.Join(", ", s_programs)} are not on the path.");
        var profile = Directory.CreateTempSubdirectory("linkgraph-chromium-").FullName;
        using var browser = Process.Start(new ProcessStartInfo(
            program!,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", $"--user-data-dir={profile}",
                // The name is one for this machine, as a name server of somebody else's could make it; the certificate is one that nobody vouches for.
                "--host-resolver-rules=MAP evil.example 127.0.0.1", "--ignore-certificate-errors", $"http://{host}:{page.Port}/page.html",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = new StringBuilder();
        DataReceivedEventHandler hear = (_, line) =>
        {
            lock (said)
                said.AppendLine(line.Data);
        };
        browser.OutputDataReceived += hear;
        browser.ErrorDataReceived += hear;
        browser.BeginOutputReadLine();
        browser.BeginErrorReadLine();
        try
        {
            return JsonNode.Parse(await page.Results.WaitAsync(s_longest))!.AsObject();
        }
        catch (TimeoutException)
        {
            lock (said)
                throw new TimeoutException($"The page did not end within {s_longest}. The browser said: {said}");
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
            Delete(profile);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser still writes; the folder is a temporary one.
        }
    }
}
