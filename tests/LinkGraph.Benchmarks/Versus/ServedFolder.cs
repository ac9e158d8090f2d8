using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Neo4j.Driver;

namespace LinkGraph.Benchmarks.Versus;

/// <summary><c>linkgraph serve</c> on a folder, in a process of its own.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServedFolder(Process process, Uri address, TimeSpan opening) => (_process, Address, Opening) = (process, address, opening);

    public Uri Address { get; }

    /// <summary>From the start of the process to the answer to the first query.</summary>
    public TimeSpan Opening { get; }

    public static async Task<ServedFolder> StartAsync(string folder, CancellationToken cancellationToken)
    {
        int port = FreePort();
        var clock = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "linkgraph.dll"), "serve", "--database", folder, "--bolt-auth", "none", "--bolt-port", port.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // This program may have been started by its own executable instead of dotnet's.
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet")
            start.FileName = "dotnet";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = new Uri($"bolt://127.0.0.1:{port}");
        await using var driver = GraphDatabase.Driver(address, AuthTokens.None);
        while (!await AnswersAsync(driver))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(clock) > Patience)
                throw new InvalidOperationException($"linkgraph serve does not answer at {address}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
        return new ServedFolder(process, address, Stopwatch.GetElapsedTime(clock));
    }

    /// <summary>Memory of the process that is in the machine's, in MB; 0 where the system does not tell.</summary>
    public long Resident()
    {
        _process.Refresh();
        return _process.WorkingSet64 >> 20;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(IDriver driver)
    {
        try
        {
            await using var session = driver.AsyncSession();
            var cursor = await session.RunAsync("MATCH (n) RETURN count(n)");
            await cursor.ConsumeAsync();
            return true;
        }
        catch (ServiceUnavailableException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
