namespace LinkGraph.Cypher.Syntax;

/// <summary>
/// The tokens of a text, the last being <see cref="TokenKind.End"/>, with the partner of every bracket. Knowing where a bracket closes
/// lets the parser tell a pattern from an expression by looking, so that it never has to go back and its time stays linear.
/// </summary>
internal sealed class TokenList
{
    private readonly Token[] _tokens;
    private readonly int[] _partners;

    public TokenList(Token[] tokens)
    {
        _tokens = tokens;
        _partners = new int[tokens.Length];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            _partners[i] = -1;
            if (Closing(tokens[i].Kind) != TokenKind.End) open.Push(i);
            else if (tokens[i].Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace)
            {
                if (!open.TryPop(out var start) || Closing(tokens[start].Kind) != tokens[i].Kind) continue;
                _partners[start] = i;
                _partners[i] = start;
            }
        }
    }

    public Token this[int index] => _tokens[Math.Min(index, _tokens.Length - 1)];

    public TokenKind Kind(int index) => this[index].Kind;

    /// <summary>The index of the bracket that closes, or opens, the one at the index; -1 when there is none.</summary>
    public int Partner(int index) => index < _partners.Length ? _partners[index] : -1;

    private static TokenKind Closing(TokenKind open) => open switch
    {
        TokenKind.OpenParen => TokenKind.CloseParen,
        TokenKind.OpenBracket => TokenKind.CloseBracket,
        TokenKind.OpenBrace => TokenKind.CloseBrace,
        _ => TokenKind.End,
    };
}
