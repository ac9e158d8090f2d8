using System.Text.Json;
using System.Text.Json.Serialization;
using LinkGraph.Benchmarks.Quality;
using LinkGraph.Hosting;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>The worlds that resolvers are tried on.</summary>
internal sealed record LabMatrix(IReadOnlyList<LabWorld> Worlds)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="UsageException">A file is not there or not a matrix; the message names the place.</exception>
    public static LabMatrix Read(IEnumerable<FileInfo> files)
    {
        var worlds = files.SelectMany(Read).ToList();
        foreach (var twice in worlds.GroupBy(w => w.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            throw new UsageException($"Two worlds are named \"{twice.Key}\".");
        return new LabMatrix(worlds);
    }

    private static IReadOnlyList<LabWorld> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new UsageException($"There is no file {file.FullName}.");
        try
        {
            var matrix = JsonSerializer.Deserialize<LabMatrix>(File.ReadAllText(file.FullName), s_options);
            foreach (var world in matrix?.Worlds ?? throw new UsageException($"{file.FullName} names no worlds."))
            {
                if (Wrong(world) is { } wrong)
                    throw new UsageException($"{file.FullName}, world \"{world.Name}\": {wrong}");
            }
            return matrix.Worlds;
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{file.FullName} is no matrix: {exception.Message}");
        }
    }

    private static string? Wrong(LabWorld world)
    {
        if (world.Name.Length == 0 || world.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            return "its name becomes that of a folder: letters, digits, dots and dashes.";
        if (new[] { world.Generate is not null, world.Command is not null, world.Folder is not null }.Count(given => given) != 1)
            return "it needs one of generate, command and folder.";
        if (world.Command is { } command && !command.Contains("{out}", StringComparison.Ordinal))
            return "its command must say {out} where the folder to make goes.";
        if (world.Seeds.Count == 0)
            return "it has no seeds.";
        if (world.Variants.FirstOrDefault(name => Variant.All.All(v => v.Name != name)) is { } unknown)
            return $"there is no variant \"{unknown}\"; there are {string.Join(", ", Variant.All.Select(v => v.Name))}.";
        return world.Generate?.Validate() is { Count: > 0 } errors ? string.Join(' ', errors) : null;
    }
}
