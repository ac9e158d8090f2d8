using System.Globalization;

namespace LinkGraph.Storage.Journal;

/// <summary>One process owns a database folder. The lock goes with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string LockFile = "lock";
    private const string OwnerFile = "owner";

    private readonly string folder;
    private readonly FileStream held;

    private FolderLock(string folder, FileStream held) => (this.folder, this.held) = (folder, held);

    /// <exception cref="StorageException">FolderInUse.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            var taken = new FolderLock(folder, new(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            taken.Announce(string.Empty);
            return taken;
        }
        catch (IOException error)
        {
            throw new StorageException(StorageError.FolderInUse, $"{folder} is in use by {Owner(folder)}.", error);
        }
    }

    /// <summary>What the owner of a folder has told others; null if nothing.</summary>
    public static string? AnnouncedIn(string folder)
    {
        var path = Path.Combine(folder, OwnerFile);
        return File.Exists(path) && File.ReadAllLines(path) is [_, { Length: > 0 } address, ..] ? address : null;
    }

    /// <summary>Tells others where the owner is to be reached.</summary>
    public void Announce(string address) =>
        File.WriteAllLines(Path.Combine(folder, OwnerFile), [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), address]);

    public void Dispose()
    {
        File.Delete(Path.Combine(folder, OwnerFile));
        held.Dispose();
    }

    private static string Owner(string folder)
    {
        var path = Path.Combine(folder, OwnerFile);
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines is [var process, var address, ..] ? $"process {process} {address}".TrimEnd() : "another process";
    }
}
