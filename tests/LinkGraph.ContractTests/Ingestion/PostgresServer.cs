using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LinkGraph.ContractTests.Ingestion;

/// <summary>
/// A PostgreSQL of its own, in a temporary directory and on a free port, from the installation on this machine
/// (<c>/usr/lib/postgresql/*/bin</c>). It refuses to run as root, so then it runs as the user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Password = "s3cret-of-the-test";
    private string _folder = "";

    /// <summary>Why there is none; null if there is one.</summary>
    public string? Missing { get; private set; }

    public int Port { get; private set; }

    public string ConnectionString =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Password={Password};Database=postgres;Pooling=false;Timeout=5";

    private static string? Bin => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            .LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    public async ValueTask InitializeAsync()
    {
        if (Bin is null)
        {
            Missing = "PostgreSQL is not installed (no /usr/lib/postgresql/*/bin/initdb).";
            return;
        }
        _folder = Directory.CreateTempSubdirectory("linkgraph-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", _folder]);
        }
        string passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        await PostgresAsync("initdb", "-D", Data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--no-sync");
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        await StartAsync();
    }

    public Task StartAsync() => PostgresAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start");

    public Task StopAsync() => PostgresAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>Runs statements on a connection of its own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is null)
        {
            await StopAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Data => Path.Combine(_folder, "data");

    private Task PostgresAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(Bin!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        // No pipes: the server would inherit them, and reading to their end would wait for it.
        // Into a file, not a pipe: the server that pg_ctl starts would hold a pipe open.
        string output = Path.Combine(_folder, "output");
        string[] redirected = ["-c", "exec \"$@\" >\"$0\" 2>&1", output, program, .. arguments];
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", redirected) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await File.ReadAllTextAsync(output)}");
    }
}
