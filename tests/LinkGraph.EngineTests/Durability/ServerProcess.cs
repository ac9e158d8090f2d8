using System.Diagnostics;
using System.Globalization;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Durability;

/// <summary>A database folder that is served by another process, which can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> complaints;

    private ServerProcess(Process process) => (this.process, complaints) = (process, process.StandardError.ReadToEndAsync());

    public int Id => process.Id;

    /// <summary>Starts it and does not wait.</summary>
    /// <param name="folder">The database.</param>
    /// <param name="checkpointAfter">Bytes of log.</param>
    /// <param name="through">A command that runs the command it is given, such as nsenter with its options; none if empty.</param>
    public static ServerProcess Launch(string folder, long checkpointAfter, params IReadOnlyList<string> through)
    {
        string[] command =
        [
            .. through, Path.Combine(AppContext.BaseDirectory, "LinkGraph.ServerHost"), folder, checkpointAfter.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} could not be started."));
    }

    /// <summary>Waits until the folder is open, once.</summary>
    /// <exception cref="IOException">It cannot be opened; the message is the server's.</exception>
    public async Task<string> AddressAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(s_longestStart) ?? throw new IOException(await complaints);

    /// <summary>The same, with a driver for it.</summary>
    public async Task<IDriver> ReadyAsync() => GraphDatabase.Driver(await AddressAsync());

    /// <summary>Bytes alive on its heap and the number of its connections.</summary>
    public async Task<(long Heap, int Connections)> MeasureAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        var figures = (await process.StandardOutput.ReadLineAsync() ?? throw new IOException(await complaints)).Split(' ');
        return (long.Parse(figures[0], CultureInfo.InvariantCulture), int.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    /// <summary>SIGKILL: nothing is flushed or closed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Lets it close the database.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
