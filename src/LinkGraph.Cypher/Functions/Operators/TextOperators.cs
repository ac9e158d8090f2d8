using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using LinkGraph.Cypher.Functions.Unicode;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>STARTS WITH, ENDS WITH, CONTAINS, =~ and IS NORMALIZED. Null for what is no string.</summary>
public static partial class TextOperators
{
    private const int MostPatterns = 256;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5), QuickMatch = TimeSpan.FromMilliseconds(50);
    private static readonly ConcurrentDictionary<string, (Regex Quick, Regex Patient)> Patterns = new(StringComparer.Ordinal);

    public static Value StartsWith(Value text, Value prefix) => text.IsString && prefix.IsString
        ? Value.Of(text.AsString().StartsWith(prefix.AsString(), StringComparison.Ordinal))
        : Value.Null;

    public static Value EndsWith(Value text, Value suffix) => text.IsString && suffix.IsString
        ? Value.Of(text.AsString().EndsWith(suffix.AsString(), StringComparison.Ordinal))
        : Value.Null;

    public static Value Contains(Value text, Value part) => text.IsString && part.IsString
        ? Value.Of(text.AsString().Contains(part.AsString(), StringComparison.Ordinal))
        : Value.Null;

    /// <summary>Whether the whole text matches a regular expression.</summary>
    /// <exception cref="CypherException">The pattern is no string, no regular expression, or takes too long.</exception>
    public static Value Matches(Value text, Value pattern, CancellationToken cancellation = default)
    {
        if (pattern.IsNull || !text.IsString)
        {
            return Value.Null;
        }

        var regex = Pattern(pattern.IsString ? pattern.AsString() : throw CypherErrors.Type($"Type mismatch: expected String but was {pattern.Kind}"));
        try
        {
            return Value.Of(regex.Quick.IsMatch(text.AsString()));
        }
        catch (RegexMatchTimeoutException)
        {
            return Patiently(regex.Patient, text.AsString(), cancellation);
        }
    }

    /// <param name="text">The text.</param>
    /// <param name="form">NFC, NFD, NFKC or NFKD.</param>
    public static Value IsNormalized(Value text, NormalizationForm form = NormalizationForm.FormC) =>
        text.IsString ? Value.Of(Normalizer.IsNormalized(text.AsString(), form)) : Value.Null;

    [GeneratedRegex(@"\\Q(.*?)(?:\\E|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>A match cannot be told to stop: it is left alone to its own time limit when the statement ends before.</summary>
    private static Value Patiently(Regex regex, string text, CancellationToken cancellation)
    {
        try
        {
            return Value.Of(Task.Run(() => regex.IsMatch(text), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult());
        }
        catch (RegexMatchTimeoutException)
        {
            throw CypherErrors.Argument($"The regular expression takes too long: {regex}");
        }
    }

    private static (Regex Quick, Regex Patient) Pattern(string pattern)
    {
        if (Patterns.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (Patterns.Count >= MostPatterns)
        {
            Patterns.Clear();
        }

        return Patterns.GetOrAdd(pattern, Compile);
    }

    private static (Regex Quick, Regex Patient) Compile(string written)
    {
        // Java's way to quote a part of a pattern.
        var pattern = Quoted().Replace(written, static match => Regex.Escape(match.Groups[1].Value));
        var whole = $@"\A(?:{pattern})\z";
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
            try
            {
                // Needs no more than time linear in the text, but does not know all constructs.
                return Both(RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            }
            catch (NotSupportedException)
            {
                return Both(RegexOptions.CultureInvariant);
            }
        }
        catch (ArgumentException e)
        {
            throw CypherErrors.Semantic($"Invalid Regex: {e.Message}");
        }

        (Regex, Regex) Both(RegexOptions options) => (new(whole, options, QuickMatch), new(whole, options, LongestMatch));
    }
}
