namespace LinkGraph.Graph.Catalogue;

/// <summary>A query file breaks the rules of the catalogue.</summary>
/// <param name="origin">The file.</param>
/// <param name="line">1 or more; 0 where the file as a whole is meant.</param>
/// <param name="problem">What is wrong and what would be right.</param>
public sealed class QueryCatalogueException(string origin, int line, string problem)
    : Exception(line > 0 ? $"{origin}:{line}: {problem}" : $"{origin}: {problem}")
{
    public string Origin { get; } = origin;

    public int Line { get; } = line;
}
