namespace LinkGraph.Cypher.Syntax;

/// <summary>Messages with their place in the query, written as Neo4j writes them.</summary>
internal static class Diagnostic
{
    /// <summary>Of a long line only so many characters either side of the place are shown.</summary>
    private const int Excerpt = 100;

    public static string Format(string message, string text, SourcePosition position)
    {
        var offset = Math.Clamp(position.Offset, 0, text.Length);
        var start = offset;
        while (start > 0 && offset - start < Excerpt && text[start - 1] is not ('\n' or '\r')) start--;
        var end = offset;
        while (end < text.Length && end - offset < Excerpt && text[end] is not ('\n' or '\r')) end++;
        return $"{message} ({position})\n\"{text[start..end]}\"\n{new string(' ', offset - start + 1)}^";
    }
}
