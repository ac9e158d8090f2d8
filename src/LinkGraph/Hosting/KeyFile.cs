using System.Security.Cryptography;
using System.Text;
using LinkGraph.Ingestion;

namespace LinkGraph.Hosting;

/// <summary>
/// The key for whoever sets none: made at random, once for a state folder, and kept in it for its owner alone. The graph does not hold it,
/// so that nobody who has only the graph can look for known mail addresses in it.
/// </summary>
internal static class KeyFile
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key as text, as <see cref="IngestSettings.KeyVariable"/> could hold it.</summary>
    /// <exception cref="IngestionException">The file holds no key.</exception>
    public static string ReadOrMake(string path)
    {
        if (!File.Exists(path))
            Make(path);
        string key = File.ReadAllText(path).Trim();
        return key.Length == 2 * KeyBytes && key.All(char.IsAsciiHexDigit)
            ? key
            : throw new IngestionException(
                $"{path} holds no key of {2 * KeyBytes} hex digits. Put it back as it was; if it is lost, ingest everything into an empty graph.");
    }

    /// <summary>Writes a key beside its place and moves it there: another ingest finds all of it or nothing, and the first one's key stays.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true) + "\n"));
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another ingest was faster: its key it is.
            File.Delete(temporary);
        }
    }
}
