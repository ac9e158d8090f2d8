namespace LinkGraph.Cypher.Syntax;

/// <summary>A token. <paramref name="Text"/> is a name or a string with its escapes resolved, or a number as written.</summary>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, string Text)
{
    /// <summary>Whether this is the keyword, in any case.</summary>
    public bool Is(string keyword) =>
        Kind == TokenKind.Word && Text.Length == keyword.Length && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is TokenKind.Word or TokenKind.QuotedName;
}
