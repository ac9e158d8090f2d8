using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>
/// A real Neo4j of its own, on a free port, with its data in a temporary folder that goes when the server does. It can be killed, as a
/// crash would, and started again on the same data.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly string _program;
    private readonly string _home;
    private readonly int _port;
    private readonly string[] _settings;
    private Process? _process;

    private Neo4jServer(string program, string home, int port, string[] settings)
    {
        _program = program;
        _home = home;
        _port = port;
        _settings = settings;
    }

    /// <summary>Such as <c>bolt://127.0.0.1:34567</c>.</summary>
    public string Address => $"bolt://127.0.0.1:{_port}";

    /// <summary>The same server, asked for its routing table.</summary>
    public string RoutingAddress => $"neo4j://127.0.0.1:{_port}";

    public int Port => _port;

    /// <summary>The folder with the server's data.</summary>
    public string Home => _home;

    /// <summary>Starts a server; skips the test if ../shared/neo4j is not there.</summary>
    /// <param name="settings">Neo4j settings such as <c>db.transaction.timeout=5s</c>.</param>
    public static Task<Neo4jServer> StartAsync(params string[] settings) => StartAsync(_ => settings);

    /// <summary>Starts a server whose settings name files in its home folder, a certificate for example.</summary>
    /// <param name="settings">Gets the home folder, which exists, and gives the settings.</param>
    public static async Task<Neo4jServer> StartAsync(Func<string, string[]> settings)
    {
        var program = SharedFolder.Require(System.IO.Path.Combine("neo4j", "neo4j-server"));
        var home = Directory.CreateTempSubdirectory("linkgraph-neo4j-").FullName;
        var server = new Neo4jServer(program, home, FreePort(), settings(home));
        try
        {
            await server.LaunchAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public IDriver Driver() => GraphDatabase.Driver(Address);

    /// <summary>SIGKILL: nothing is flushed, as in a crash.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Starts again, on the same port and data, after <see cref="KillAsync"/> or without it.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        try
        {
            Directory.Delete(_home, recursive: true);
        }
        catch (IOException)
        {
            // A file that the system still holds; the folder is a temporary one.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task LaunchAsync()
    {
        var start = new ProcessStartInfo(_program, [_home, $"{_port}", .. _settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEO4J_HEAP"] = Environment.GetEnvironmentVariable("NEO4J_HEAP") ?? "700m";
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new Queue<string>();
        void Take(string? line)
        {
            if (line is null)
                return;
            lock (output)
            {
                output.Enqueue(line);
                if (output.Count > 50)
                    output.Dequeue();
            }
            if (line.StartsWith("Neo4j ready", StringComparison.Ordinal))
                ready.TrySetResult();
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_program} could not be started.");
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var exited = _process.WaitForExitAsync();
        var first = await Task.WhenAny(ready.Task, exited, Task.Delay(StartLimit));
        if (first != ready.Task)
        {
            string tail;
            lock (output)
                tail = string.Join(Environment.NewLine, output);
            throw new InvalidOperationException(
                $"Neo4j {(first == exited ? "ended" : $"was not ready within {StartLimit}")}: {tail}");
        }
    }
}
