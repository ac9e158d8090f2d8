namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Finds the files that LOAD CSV may read: those in the import folder and its folders, and nothing that a link leads out to.</summary>
internal static class ImportFile
{
    /// <param name="folder">The import folder; null if there is none.</param>
    /// <param name="url">As the query gives it: <c>file:///name.csv</c>.</param>
    /// <exception cref="CypherException">ExternalResourceFailed: it may not be read, or is not there.</exception>
    public static string Find(string? folder, string url)
    {
        if (folder is null)
        {
            throw CypherErrors.ExternalResourceFailed("LOAD CSV is not allowed here: no import folder is configured.");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !uri.IsFile || uri.IsUnc || url.Contains('\0'))
        {
            throw CypherErrors.ExternalResourceFailed($"LOAD CSV reads only from the import folder: give file:///name.csv, not '{url}'.");
        }

        // What the URL means by .. is taken from the text: a parser of URLs resolves it silently.
        var path = Uri.UnescapeDataString(url["file:".Length..]).TrimStart('/');
        if (path.Split('/', '\\').Contains("..") || Path.IsPathRooted(path))
        {
            throw CypherErrors.ExternalResourceFailed($"'{url}' leads out of the import folder.");
        }

        var (root, wanted) = (Real(new DirectoryInfo(folder)), Path.Combine(folder, path));
        if (path.Length == 0 || !File.Exists(wanted))
        {
            throw CypherErrors.ExternalResourceFailed($"Couldn't load the external resource at: {url}");
        }

        var real = Real(new FileInfo(wanted));
        return real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? real
            : throw CypherErrors.ExternalResourceFailed($"'{url}' leads out of the import folder.");
    }

    /// <summary>Where a file is when every link on the way to it is followed.</summary>
    private static string Real(FileSystemInfo item)
    {
        if (item.ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            return Real(target);
        }

        var parent = item is FileInfo file ? file.Directory : ((DirectoryInfo)item).Parent;
        return parent is null ? item.FullName : Path.Combine(Real(parent), item.Name);
    }
}
