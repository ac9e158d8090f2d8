using System.Text.RegularExpressions;
using LinkGraph.Model.Evidence;

namespace LinkGraph.Graph.Catalogue;

/// <summary>Turns a query file into a <see cref="CypherQuery"/>, or says where it breaks the rules.</summary>
internal static partial class QueryParser
{
    public const string EvidenceFolder = "evidence";

    /// <summary>The one file of cypher/evidence/ that is no facet: it lists the accounts.</summary>
    public const string AccountsQuery = "evidence/accounts";

    public static CypherQuery Parse(string name, string text, string origin)
    {
        text = text.ReplaceLineEndings("\n");
        var header = new QueryHeader(origin, text);
        var parameters = header.Parameters.Select(entry => ParseParameter(origin, entry.Value, entry.Line)).ToList();
        CheckStatement(origin, text, parameters);
        return new CypherQuery(
            name,
            text,
            header.Find("title"),
            header.Find("purpose") ?? throw new QueryCatalogueException(origin, 1, "the header has no '// purpose: ...'"),
            parameters.ConvertAll(parameter => parameter.Parameter),
            ParseFacet(name, origin, header, parameters),
            origin);
    }

    private static (QueryParameter Parameter, int Line) ParseParameter(string origin, string value, int line)
    {
        var match = ParameterPattern().Match(value);
        if (!match.Success)
            throw new QueryCatalogueException(origin, line, "expected '// param: name type [= default], description'");
        if (!Enum.TryParse<ParameterType>(match.Groups["type"].Value, ignoreCase: true, out var type))
        {
            var types = string.Join(", ", Enum.GetNames<ParameterType>()).ToLowerInvariant();
            throw new QueryCatalogueException(origin, line, $"'{match.Groups["type"].Value}' is no type; there are {types}");
        }
        var text = match.Groups["default"];
        try
        {
            var fallback = text.Success ? QueryParameter.Parse(type, Unquote(text.Value)) : null;
            return (new QueryParameter(match.Groups["name"].Value, type, !text.Success, fallback, match.Groups["description"].Value), line);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new QueryCatalogueException(origin, line, $"the default {text.Value} is no {type.ToString().ToLowerInvariant()}");
        }
    }

    private static string Unquote(string text) => text.StartsWith('"') ? text[1..^1] : text;

    private static void CheckStatement(string origin, string text, List<(QueryParameter Parameter, int Line)> declared)
    {
        var used = CypherScanner.Scan(text, out var secondStatement, out var hasStatement);
        if (!hasStatement)
            throw new QueryCatalogueException(origin, 0, "there is no statement in it");
        if (secondStatement > 0)
            throw new QueryCatalogueException(origin, secondStatement, "a second statement begins here; a file holds one");
        var repeated = declared.GroupBy(entry => entry.Parameter.Name).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            throw new QueryCatalogueException(origin, repeated.Last().Line, $"parameter '{repeated.Key}' is declared twice");
        foreach (var (name, line) in used)
        {
            if (!declared.Exists(entry => entry.Parameter.Name == name))
                throw new QueryCatalogueException(origin, line, $"the header does not declare ${name}: '// param: {name} type, description'");
        }
        foreach (var (parameter, line) in declared)
        {
            if (!used.Exists(use => use.Name == parameter.Name))
                throw new QueryCatalogueException(origin, line, $"the statement does not use ${parameter.Name}");
        }
    }

    private static FacetDefinition? ParseFacet(
        string name, string origin, QueryHeader header, List<(QueryParameter Parameter, int Line)> parameters)
    {
        var isEvidence = name.StartsWith(EvidenceFolder + "/", StringComparison.Ordinal) && name != AccountsQuery;
        if (!isEvidence)
        {
            return header.Find("facet") is null
                ? null
                : throw new QueryCatalogueException(origin, header.LineOf("facet"), $"only files in {EvidenceFolder}/ read a facet");
        }
        var facet = header.Find("facet")
            ?? throw new QueryCatalogueException(origin, 1, "evidence needs '// facet: name', '// family: ...' and '// role: ...'");
        if (!FacetPattern().IsMatch(facet))
            throw new QueryCatalogueException(origin, header.LineOf("facet"), $"facet '{facet}' is not snake_case");
        if (!parameters.Exists(entry => entry.Parameter is { Name: "accounts", IsRequired: false, Default: null }))
            throw new QueryCatalogueException(origin, 1, "evidence is read for $accounts: '// param: accounts list = null, ids of the accounts to read; null: all'");
        return new FacetDefinition(facet, Word<Family>(origin, header, "family"), Word<Role>(origin, header, "role"));
    }

    private static TEnum Word<TEnum>(string origin, QueryHeader header, string key)
        where TEnum : struct, Enum
    {
        var words = Enum.GetNames<TEnum>().Select(word => word.ToLowerInvariant()).ToArray();
        var index = Array.IndexOf(words, header.Find(key));
        return index >= 0
            ? Enum.GetValues<TEnum>()[index]
            : throw new QueryCatalogueException(origin, Math.Max(1, header.LineOf(key)), $"'// {key}: ...' must be one of {string.Join(", ", words)}");
    }

    [GeneratedRegex("""^(?<name>[A-Za-z_]\w*)\s+(?<type>[a-z]+)(\s*=\s*(?<default>"[^"]*"|\[.*?\]|[^,\s]+))?(\s*,\s*(?<description>.+))?$""")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex FacetPattern();
}
