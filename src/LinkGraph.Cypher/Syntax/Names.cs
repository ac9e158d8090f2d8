using System.Globalization;
using System.Text;

namespace LinkGraph.Cypher.Syntax;

/// <summary>How names, strings and numbers are written.</summary>
internal static class Names
{
    /// <summary>Words that mean something where a name may stand, and are quoted when they are names.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "ALLSHORTESTPATHS", "AND", "ANY", "AS", "BOTH", "CALL", "CASE", "COLLECT", "CONCURRENT", "CONTAINS", "COUNT", "CREATE",
        "CYPHER", "DELETE", "DETACH", "DIFFERENT", "DISTINCT", "ELSE", "END", "ENDS", "EXISTS", "EXPLAIN", "FALSE", "FINISH", "FOR",
        "FOREACH", "FROM", "IF", "IN", "INF", "INFINITY", "INSERT", "IS", "LEADING", "LIMIT", "LOAD", "MATCH", "MERGE", "NAN", "NFC",
        "NFD", "NFKC", "NFKD", "NODETACH", "NONE", "NORMALIZE", "NOT", "NULL", "OFFSET", "ON", "OPTIONAL", "OR", "ORDER", "PROFILE",
        "REDUCE", "REMOVE", "REPEATABLE", "RETURN", "ROW", "ROWS", "SET", "SHORTEST", "SHORTESTPATH", "SHOW", "SINGLE", "SKIP", "STARTS",
        "TERMINATE", "THEN", "TRAILING", "TRANSACTIONS", "TRUE", "TYPED", "UNION", "UNWIND", "USE", "USING", "WHEN", "WHERE", "WITH",
        "XOR", "YIELD", "CURRENT", "EXECUTABLE", "BY",
    };

    /// <summary>The name, in backticks where it needs them.</summary>
    public static string Quoted(string name) => IsPlain(name) && !Keywords.Contains(name) ? name : Backticked(name);

    /// <summary>The name of a function before its parenthesis: quoted only where a call of that name has a syntax of its own.</summary>
    public static string Function(string name) =>
        IsPlain(name) && (!Keywords.Contains(name) || name.Equals("count", StringComparison.OrdinalIgnoreCase)
            || name.Equals("collect", StringComparison.OrdinalIgnoreCase) || name.Equals("exists", StringComparison.OrdinalIgnoreCase)
            || name.Equals("normalize", StringComparison.OrdinalIgnoreCase))
            ? name
            : Backticked(name);

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Backticked(string name) =>
        $"`{name.Replace("`", "``", StringComparison.Ordinal).Replace("\\u", "\\u005Cu", StringComparison.Ordinal)}`";

    public static string String(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('\'');
        foreach (var c in value)
        {
            switch (c)
            {
                case '\'' or '\\': text.Append('\\').Append(c); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default: text.Append(c); break;
            }
        }
        return text.Append('\'').ToString();
    }

    public static string Float(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsPositiveInfinity(value)) return "Infinity";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text : text + ".0";
    }
}
