namespace LinkGraph.Graph.Catalogue;

/// <summary>
/// Finds what a catalogue must know of a statement without parsing it: its parameters, and where a second statement would begin. Passes
/// over strings, quoted names and comments.
/// </summary>
internal static class CypherScanner
{
    /// <summary>Parameters with the line of their first use, in order of use.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="secondStatement">Line on which text follows a semicolon; 0 where none does.</param>
    /// <param name="hasStatement">Whether there is anything but comments.</param>
    public static List<(string Name, int Line)> Scan(string text, out int secondStatement, out bool hasStatement)
    {
        var parameters = new List<(string, int)>();
        var line = 1;
        var ended = false;
        secondStatement = 0;
        hasStatement = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
                continue;
            }
            if (char.IsWhiteSpace(c))
                continue;
            var end = Skipped(text, i, out var isComment);
            if (!isComment)
            {
                if (ended && secondStatement == 0)
                    secondStatement = line;
                hasStatement |= c != ';';
                ended |= c == ';';
            }
            if (c == '$' && end == i)
                end = Parameter(text, i, line, parameters);
            for (var j = i; j < end; j++)
                line += text[j] == '\n' ? 1 : 0;
            i = end;
        }
        return parameters;
    }

    /// <summary>Index of the last character of the string, quoted name or comment that begins at <paramref name="start"/>; itself for others.</summary>
    private static int Skipped(string text, int start, out bool isComment)
    {
        isComment = text[start] == '/' && start + 1 < text.Length && text[start + 1] is '/' or '*';
        if (isComment)
        {
            var terminator = text[start + 1] == '/' ? "\n" : "*/";
            var at = text.IndexOf(terminator, start + 2, StringComparison.Ordinal);
            return at < 0 ? text.Length - 1 : terminator == "\n" ? at - 1 : at + 1;
        }
        if (text[start] is not ('\'' or '"' or '`'))
            return start;
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[start] != '`')
                i++;
            else if (text[i] == text[start])
                return i;
        }
        return text.Length - 1;
    }

    private static int Parameter(string text, int dollar, int line, List<(string Name, int Line)> parameters)
    {
        var end = dollar + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        var name = text[(dollar + 1)..end];
        if (name.Length > 0 && parameters.TrueForAll(known => known.Name != name))
            parameters.Add((name, line));
        return end - 1;
    }
}
