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

    /// <summary>Makes the folder if there is none.</summary>
    /// <exception cref="StorageException">FolderInUse, or JournalFailed: it may not be written, or the disk is full.</exception>
    public static FolderLock Take(string folder)
    {
        FileStream held;
        try
        {
            Directory.CreateDirectory(folder);
            held = new(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new StorageException(StorageError.FolderInUse, $"{folder} is in use by {Owner(folder)}.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, error);
        }

        try
        {
            var taken = new FolderLock(folder, held);
            taken.Announce(string.Empty);
            return taken;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>What the owner of a folder has told others; null if nothing.</summary>
    public static string? AnnouncedIn(string folder)
    {
        var path = Path.Combine(folder, OwnerFile);
        return File.Exists(path) && File.ReadAllLines(path) is [_, { Length: > 0 } address, ..] ? address : null;
    }

    /// <summary>Tells others where the owner is to be reached.</summary>
    /// <exception cref="StorageException">JournalFailed.</exception>
    public void Announce(string address)
    {
        try
        {
            File.WriteAllLines(Path.Combine(folder, OwnerFile), [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), address]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, error);
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(Path.Combine(folder, OwnerFile));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder has become read-only. Who takes the lock next writes the file anew.
        }
        finally
        {
            held.Dispose();
        }
    }

    /// <summary>.NET has one exception for everything that goes wrong with a file; the system's number tells them apart.</summary>
    private static bool IsHeldByAnother(IOException error)
    {
        const int LinuxWouldBlock = 11, MacWouldBlock = 35, WindowsSharingViolation = unchecked((int)0x80070020);
        return error.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation;
    }

    private static StorageException NotWritable(string folder, Exception error) =>
        new(StorageError.JournalFailed, $"{folder} cannot be used: {error.Message}", error);

    private static string Owner(string folder)
    {
        var path = Path.Combine(folder, OwnerFile);
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines is [var process, var address, ..] ? $"process {process} {address}".TrimEnd() : "another process";
    }
}
