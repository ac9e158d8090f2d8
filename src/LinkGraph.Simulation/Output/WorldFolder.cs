namespace LinkGraph.Simulation.Output;

/// <summary>
/// The folder that a world goes into. Everything is written to a folder beside it and moved when it is complete, so that nobody mistakes
/// half a world for one.
/// </summary>
internal sealed class WorldFolder : IDisposable
{
    private const string SpillPrefix = "spill-";

    private static readonly string[] Names = ["accounts.ndjson", "payment_methods.ndjson", "proxies.ndjson", "exchanges.ndjson", "models.ndjson", "truth.csv"];

    private readonly string _partial;
    private bool _complete;

    private WorldFolder(string target)
    {
        Target = target;
        _partial = target + ".partial";
    }

    public string Target { get; }

    /// <exception cref="IOException">The target is not empty, or something stands in its way; the message says what.</exception>
    public static WorldFolder Prepare(string folder, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target))
            throw new IOException($"\"{target}\" is a file; a world needs a folder.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            if (!overwrite)
                throw new IOException($"The folder \"{target}\" is not empty; choose another, or allow overwriting.");
            RefuseForeignFiles(target);
        }
        var world = new WorldFolder(target);
        if (Directory.Exists(world._partial))
        {
            RefuseForeignFiles(world._partial);         // left by a run that was killed
            Directory.Delete(world._partial, recursive: true);
        }
        Directory.CreateDirectory(world._partial);
        return world;
    }

    public FileStream Create(string name) => new(Path.Combine(_partial, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 0);

    /// <summary>A file to read back and delete before the folder is complete.</summary>
    public string SpillPath(int number) => Path.Combine(_partial, SpillPrefix + number);

    /// <summary>Puts the world in its place.</summary>
    public void Complete()
    {
        if (Directory.Exists(Target))
        {
            RefuseForeignFiles(Target);
            Directory.Delete(Target, recursive: true);
        }
        Directory.Move(_partial, Target);
        _complete = true;
    }

    public void Dispose()
    {
        if (!_complete && Directory.Exists(_partial))
            Directory.Delete(_partial, recursive: true);
    }

    // what is deleted recursively holds nothing but a world
    private static void RefuseForeignFiles(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            var ours = Names.Contains(name) || Names.Contains(Path.GetFileNameWithoutExtension(name)) || name.StartsWith(SpillPrefix, StringComparison.Ordinal);
            if (!ours || Directory.Exists(entry))
                throw new IOException($"\"{entry}\" is not part of a world; it is not overwritten. Move it away or choose another folder.");
        }
    }
}
