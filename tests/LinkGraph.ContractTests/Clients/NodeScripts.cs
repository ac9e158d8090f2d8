using System.Diagnostics;
using System.Text.Json.Nodes;
using LinkGraph.ContractTests.Clients;
using LinkGraph.ContractTests.Infrastructure;

[assembly: AssemblyFixture(typeof(NodeScripts))]

namespace LinkGraph.ContractTests.Clients;

/// <summary>The official driver for JavaScript, two versions of it, installed from npm when the first test asks for it.</summary>
public sealed class NodeScripts : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(4);

    private readonly SemaphoreSlim _installing = new(1, 1);
    private string? _folder;

    /// <summary>The folder with the scripts and <c>node_modules</c>; skips the test if there is no npm or it installs nothing.</summary>
    public async Task<string> FolderAsync()
    {
        await _installing.WaitAsync();
        try
        {
            return _folder ??= await InstallAsync();
        }
        finally
        {
            _installing.Release();
        }
    }

    /// <summary>What a script prints, as JSON.</summary>
    public async Task<JsonObject> RunAsync(string script, params string[] arguments)
    {
        var folder = await FolderAsync();
        var (exit, output, errors) = await RunAsync("node", folder, [script, .. arguments]);
        Assert.True(exit == 0, errors);
        return JsonNode.Parse(output)!.AsObject();
    }

    /// <summary>What Neo4j 5.26 answers.</summary>
    public static JsonObject Expected() => JsonNode.Parse(File.ReadAllText(Path.Combine(Scripts, "expected.json")))!.AsObject();

    public ValueTask DisposeAsync()
    {
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
        _installing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Scripts => Path.Combine(AppContext.BaseDirectory, "Clients", "Scripts");

    private static async Task<string> InstallAsync()
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (!Programs.IsOnPath(npm) || !Programs.IsOnPath("node"))
            SharedFolder.Skip("The JavaScript driver needs Node.js and npm, and they are not on the path.");
        var folder = Directory.CreateTempSubdirectory("linkgraph-npm-").FullName;
        foreach (var file in Directory.EnumerateFiles(Scripts))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var (exit, output, errors) = await RunAsync(npm, folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]);
        if (exit != 0)
        {
            Directory.Delete(folder, recursive: true);
            SharedFolder.Skip($"npm could not install neo4j-driver: {output}{errors}");
        }
        return folder;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(s_longest);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {s_longest}.");
        }
    }
}
