namespace LinkGraph.Graph.Catalogue;

/// <summary>
/// All Cypher the service runs: the files of cypher/, embedded in the program, and those that a folder of the user's adds. Everything is
/// checked when the catalogue is made, so that a bad file is noticed at the start.
/// </summary>
public sealed class QueryCatalogue
{
    private const string Root = "cypher/";
    private const string Extension = ".cypher";

    private readonly SortedDictionary<string, CypherQuery> _queries = new(StringComparer.Ordinal);

    private QueryCatalogue(IEnumerable<CypherQuery> queries)
    {
        foreach (var query in queries)
        {
            if (_queries.TryGetValue(query.Name, out var first))
                throw new QueryCatalogueException(query.Origin, 0, $"{first.Name} is there already; a file can add to the catalogue, not replace");
            var twin = query.Facet is null ? null : _queries.Values.FirstOrDefault(other => other.Facet?.Name == query.Facet.Name);
            if (twin is not null)
                throw new QueryCatalogueException(query.Origin, 0, $"facet '{query.Facet!.Name}' is read by {twin.Name} already");
            _queries.Add(query.Name, query);
        }
    }

    /// <summary>Queries that read evidence, in the order of their facets' names.</summary>
    public IReadOnlyList<CypherQuery> Evidence => _queries.Values
        .Where(query => query.Facet is not null).OrderBy(query => query.Facet!.Name, StringComparer.Ordinal).ToList();

    /// <summary>The queries embedded in the program and, where a folder is given, the user's.</summary>
    /// <param name="userFolder">May hold <c>evidence/*.cypher</c> (a new kind of evidence each), <c>publish/uses_FACET.cypher</c> and <c>investigate/*.cypher</c>.</param>
    /// <exception cref="QueryCatalogueException">A file breaks a rule.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static QueryCatalogue Load(string? userFolder = null) =>
        new(Embedded().Concat(userFolder is null ? [] : FromFolder(userFolder)));

    /// <summary>A query by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public CypherQuery Get(string name) =>
        Find(name) ?? throw new KeyNotFoundException($"there is no query '{name}' in the catalogue");

    /// <summary>A query by its name, null where there is none.</summary>
    public CypherQuery? Find(string name) => _queries.GetValueOrDefault(name);

    /// <summary>The queries of a folder, by name.</summary>
    public IReadOnlyList<CypherQuery> InFolder(string folder) => _queries.Values.Where(query => query.Folder == folder).ToList();

    private static IEnumerable<CypherQuery> Embedded()
    {
        var assembly = typeof(QueryCatalogue).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var path = resource.Replace('\\', '/');
            yield return QueryParser.Parse(path[Root.Length..^Extension.Length], reader.ReadToEnd(), path);
        }
    }

    private static IEnumerable<CypherQuery> FromFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"there is no folder '{folder}' to read queries from");
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file)[..^Extension.Length].Replace('\\', '/');
            if (!IsOpen(name))
            {
                throw new QueryCatalogueException(
                    file, 0, "a folder of queries may hold evidence/NAME.cypher, publish/uses_FACET.cypher and investigate/NAME.cypher");
            }
            yield return QueryParser.Parse(name, File.ReadAllText(file), file);
        }
    }

    private static bool IsOpen(string name) => name.Split('/') is [var folder, var file]
        && (folder is QueryParser.EvidenceFolder or "investigate" || (folder == "publish" && file.StartsWith("uses_", StringComparison.Ordinal)));
}
