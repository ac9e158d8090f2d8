using System.Diagnostics;
using System.Globalization;
using LinkGraph.EngineTests.Syntax;

namespace LinkGraph.EngineTests.Durability;

/// <summary>
/// A disk in memory that can really be full or read-only. It is mounted where only processes started <see cref="Through"/> it see it, so that nobody needs to be root
/// and it goes when its holder ends.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Block = 4096;

    private readonly Process holder;

    private SmallDisk(Process holder, string folder) => (this.holder, Folder) = (holder, folder);

    /// <summary>Its root, for processes that see it.</summary>
    public string Folder { get; }

    /// <summary>Runs a command so that it sees the disk.</summary>
    public IReadOnlyList<string> Through =>
        ["nsenter", "--target", holder.Id.ToString(CultureInfo.InvariantCulture), "--user", "--mount", "--preserve-credentials"];

    /// <summary>The same folder for this process: plain files only, no database.</summary>
    private string Filler => $"/proc/{holder.Id}/root{Folder}/filler";

    /// <summary>Skips the test where no disk can be mounted.</summary>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("A small disk is mounted on Linux only.");
        }

        var folder = Directory.CreateTempSubdirectory("linkgraph-disk-").FullName;
        var holder = Start(["unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={megabytes}m tmpfs '{folder}' && echo mounted && exec cat"]);
        if (await holder.StandardOutput.ReadLineAsync() != "mounted")
        {
            SharedFiles.Skip($"No disk could be mounted: {await holder.StandardError.ReadToEndAsync()}");
        }

        return new(holder, folder);
    }

    /// <summary>Fills it up.</summary>
    /// <param name="leaving">Bytes that stay free.</param>
    public void Fill(int leaving)
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Block];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - leaving));
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Filler);

    public Task MakeReadOnlyAsync() => RemountAsync("ro");

    public Task MakeWritableAsync() => RemountAsync("rw");

    public async ValueTask DisposeAsync()
    {
        holder.Kill();
        await holder.WaitForExitAsync();
        holder.Dispose();
        Directory.Delete(Folder);
    }

    private async Task RemountAsync(string mode)
    {
        using var mount = Start([.. Through, "mount", "-o", $"remount,{mode}", Folder]);
        await mount.WaitForExitAsync();
        Assert.True(mount.ExitCode == 0, await mount.StandardError.ReadToEndAsync());
    }

    private static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{command[0]} could not be started.");
}
