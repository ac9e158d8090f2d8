using System.Globalization;
using LinkGraph.Benchmarks.Quality;
using LinkGraph.Simulation;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>
/// The folder that keeps worlds: of each its truth and its evidence for good, its records (2 GB for 200,000 people) only for as long as
/// they are needed. A world that is there is complete.
/// </summary>
internal sealed class WorldShelf(DirectoryInfo folder, Action<string> progress)
{
    /// <summary>Makes the world where it is not there, and reads it.</summary>
    /// <param name="world">Which.</param>
    /// <param name="seed">Which of its seeds.</param>
    /// <param name="withRecords">True: its records must be there, not only its evidence.</param>
    /// <param name="cancellationToken">Stops the work; what is half done is removed.</param>
    /// <exception cref="LabException">It cannot be made.</exception>
    public async Task<(DirectoryInfo Folder, WorldInMemory World)> TakeAsync(LabWorld world, ulong seed, bool withRecords, CancellationToken cancellationToken)
    {
        var place = PlaceOf(world, seed);
        bool complete = world.Folder is not null
            || (place.Exists && place.GetFiles("truth.csv*").Length > 0 && (HasRecords(place) || (!withRecords && File.Exists(EvidenceOf(place)))));
        if (!complete)
            await MakeAsync(world, seed, place, cancellationToken);
        if (!File.Exists(EvidenceOf(place)))
            progress($"{place.Name}: reading its records");
        try
        {
            return (place, await WorldInMemory.LoadAsync(place, folder, cancellationToken));
        }
        catch (FileNotFoundException exception)
        {
            throw new LabException(exception.Message);
        }
    }

    /// <summary>Deletes the records of a world that was made; its truth and evidence stay.</summary>
    public static void DropRecords(LabWorld world, DirectoryInfo place)
    {
        if (world.Folder is not null)
            return;
        foreach (var file in place.GetFiles().Where(f => !f.Name.StartsWith("truth.csv", StringComparison.Ordinal)))
            file.Delete();
    }

    private async Task MakeAsync(LabWorld world, ulong seed, DirectoryInfo place, CancellationToken cancellationToken)
    {
        progress($"{place.Name}: making it");
        folder.Create();
        string half = place.FullName + ".half";
        Remove(half);
        try
        {
            if (world.Generate is { } options)
                await WorldGenerator.GenerateAsync(options with { Seed = seed }, half, null, cancellationToken);
            else
                await new OutsideCommand(world.Command!).RunAsync(
                    new Dictionary<string, string> { ["{out}"] = half, ["{seed}"] = seed.ToString(CultureInfo.InvariantCulture) }, cancellationToken);
            if (!Directory.Exists(half) || Directory.GetFiles(half, "truth.csv*").Length == 0)
                throw new LabException($"{world.Command} made no truth.csv in {half}.");
            Remove(place.FullName);
            Directory.Move(half, place.FullName);
            place.Refresh();
        }
        finally
        {
            Remove(half);
        }
    }

    private DirectoryInfo PlaceOf(LabWorld world, ulong seed) =>
        new(world.Folder ?? Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{world.Name}-s{seed}")));

    private string EvidenceOf(DirectoryInfo place) => Path.Combine(folder.FullName, place.Name + ".evidence");

    private static bool HasRecords(DirectoryInfo place) => place.GetFiles("accounts.*").Length > 0;

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
