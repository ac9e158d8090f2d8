using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using LinkGraph.Benchmarks.Quality;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>A copy of a world's records, not compressed and with some fields empty, for resolvers that read records.</summary>
internal static class EmptiedRecords
{
    private static readonly string[] s_kinds = ["accounts", "payment_methods", "proxies", "exchanges", "models"];

    /// <exception cref="LabException">The world has records that are not NDJSON.</exception>
    public static async Task WriteAsync(DirectoryInfo world, Variant variant, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in world.GetFiles())
        {
            string kind = file.Name.Split('.')[0];
            string[] fields = [.. variant.EmptyFields.Where(f => f.File == kind).Select(f => f.Field)];
            string target = Path.Combine(folder, file.Name.Replace(".gz", "", StringComparison.Ordinal));
            if (!s_kinds.Contains(kind))
                continue;
            if (!target.EndsWith(".ndjson", StringComparison.Ordinal))
                throw new LabException($"{file.FullName} is not NDJSON: its fields cannot be emptied for another resolver.");
            if (fields is ["*"])
                await File.WriteAllTextAsync(target, "", cancellationToken);
            else
                await CopyAsync(file, target, fields, cancellationToken);
        }
    }

    private static async Task CopyAsync(FileInfo file, string target, string[] fields, CancellationToken cancellationToken)
    {
        await using Stream stream = file.Extension == ".gz" ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(target) { NewLine = "\n" };
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            await writer.WriteLineAsync(fields.Length == 0 ? line : Emptied(line, fields));
    }

    private static string Emptied(string line, string[] fields)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        foreach (string field in fields.Where(record.ContainsKey))
            record[field] = field == "prompt" ? JsonValue.Create("") : null;
        return record.ToJsonString(JsonSerializerOptions.Default);
    }
}
