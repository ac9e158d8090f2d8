namespace LinkGraph.Ingestion.Sources;

/// <summary>From requests to sources, in the order in which they are read.</summary>
internal static class SourceDiscovery
{
    private static readonly (string Extension, SourceFormat Format)[] Formats =
        [(".ndjson", SourceFormat.Ndjson), (".jsonl", SourceFormat.Ndjson), (".csv", SourceFormat.Csv), (".parquet", SourceFormat.Parquet)];

    private static string Kinds => string.Join(", ", RecordSchema.All.Select(schema => schema.FileName));

    /// <param name="requests">What is wanted.</param>
    /// <param name="sql">Makes the source of a query.</param>
    /// <exception cref="IngestionException">Something is not there, or does not say what it is.</exception>
    public static IReadOnlyList<Source> Find(IEnumerable<SourceRequest> requests, Func<SqlRequest, Source> sql)
    {
        List<Source> sources = [];
        foreach (SourceRequest request in requests)
        {
            switch (request)
            {
                case PathRequest path when Directory.Exists(path.Path):
                    sources.AddRange(InFolder(path));
                    break;
                case PathRequest path:
                    sources.Add(File(path));
                    break;
                case StreamRequest stream:
                    sources.Add(new StreamSource(stream));
                    break;
                case SqlRequest query:
                    sources.Add(sql(query));
                    break;
            }
        }
        if (sources.CountBy(source => source.Name).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
        {
            throw new IngestionException($"{twice}: given twice; give it once, or each a name of its own.");
        }
        return sources;
    }

    private static List<FileSource> InFolder(PathRequest request)
    {
        if (request.Kind is not null || request.Name is not null || request.Mapping is not null)
        {
            throw new IngestionException($"{request.Path}: a kind, a name and a mapping can be given for a file, not for a folder.");
        }
        List<FileSource> found = [];
        foreach (string path in Directory.EnumerateFiles(request.Path).Order(StringComparer.Ordinal))
        {
            if (SchemaOf(path) is { } schema && FormatOf(path) is { } format)
            {
                string full = Path.GetFullPath(path);
                found.Add(new FileSource(full, full, schema, format));
            }
        }
        if (found.Count == 0)
        {
            throw new IngestionException($"{request.Path}: no file to ingest; names begin with one of {Kinds} and end with .ndjson, .csv or .parquet.");
        }
        return [.. found.OrderBy(source => RecordSchema.All.Index().First(item => item.Item == source.Schema).Index)];
    }

    private static FileSource File(PathRequest request)
    {
        if (!System.IO.File.Exists(request.Path))
        {
            throw new IngestionException($"{request.Path}: no such file or folder.");
        }
        RecordSchema schema = (request.Mapping is { } mapping ? RecordSchema.Of(mapping) : request.Kind is { } kind ? RecordSchema.Of(kind) : SchemaOf(request.Path))
            ?? throw new IngestionException($"{request.Path}: the name does not begin with one of {Kinds}; say which kind of records it holds.");
        SourceFormat format = FormatOf(request.Path)
            ?? throw new IngestionException($"{request.Path}: the name ends with none of .ndjson, .jsonl, .csv, .parquet (or .ndjson.gz, .csv.gz).");
        string full = Path.GetFullPath(request.Path);
        return new FileSource(request.Name ?? full, full, schema, format);
    }

    /// <summary>The longest kind that the file's name begins with, followed by something that is no letter.</summary>
    private static RecordSchema? SchemaOf(string path)
    {
        string name = Path.GetFileName(path);
        return RecordSchema.All.FirstOrDefault(schema =>
            name.StartsWith(schema.FileName, StringComparison.OrdinalIgnoreCase)
            && (name.Length == schema.FileName.Length || !char.IsLetter(name[schema.FileName.Length])));
    }

    private static SourceFormat? FormatOf(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        foreach ((string extension, SourceFormat format) in Formats)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && (format != SourceFormat.Parquet || name == path))
            {
                return format;
            }
        }
        return null;
    }
}
