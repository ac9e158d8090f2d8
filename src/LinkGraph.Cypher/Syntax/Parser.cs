using System.Runtime.CompilerServices;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>
/// A recursive-descent parser over the tokens of one text. Keywords are names in the right place, so every name may be a keyword;
/// what a bracket begins is told by looking ahead (<c>Parser.LookAhead.cs</c>), never by trying.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>How deep brackets and subqueries may be nested.</summary>
    public const int MaximumDepth = 400;

    /// <summary>How high an expression's tree may grow: a chain of operators such as a + b + c is as high as it is long.</summary>
    public const int MaximumHeight = 1_000;

    private readonly string _text;
    private readonly TokenList _tokens;
    private int _at;
    private int _depth;
    private int _height;

    /// <summary>The bar before the projection of the comprehension being read; label expressions end there.</summary>
    private int _projectionBar = -1;

    public Parser(string text)
    {
        _text = text;
        _tokens = Lexer.Tokenize(text);
    }

    private Token Now => _tokens[_at];

    private Token Ahead(int count) => _tokens[_at + count];

    private bool At(TokenKind kind) => Now.Kind == kind;

    private bool AtWord(string word) => Now.Is(word);

    private bool AtWord(string first, string second) => Now.Is(first) && Ahead(1).Is(second);

    private bool Take(TokenKind kind)
    {
        if (!At(kind)) return false;
        _at++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (!AtWord(word)) return false;
        _at++;
        return true;
    }

    private bool TakeWord(string first, string second)
    {
        if (!AtWord(first, second)) return false;
        _at += 2;
        return true;
    }

    /// <summary>Takes one of several spellings of a keyword.</summary>
    private bool TakeAnyWord(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (TakeWord(word)) return true;
        return false;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (!Take(kind)) throw Unexpected(what);
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word)) throw Unexpected($"'{word}'");
    }

    private void ExpectAnyWord(params ReadOnlySpan<string> words)
    {
        if (!TakeAnyWord(words)) throw Unexpected(string.Join(" or ", [.. words.ToArray().Select(w => $"'{w}'")]));
    }

    private string ParseName(string what = "an identifier")
    {
        if (!Now.IsName) throw Unexpected(what);
        return _tokens[_at++].Text;
    }

    private Variable ParseVariable()
    {
        var start = _at;
        return new Variable(ParseName("a variable name")) { Span = From(start) };
    }

    /// <summary>Reads items separated by commas, at least one.</summary>
    private SyntaxList<T> ParseList<T>(Func<T> item)
    {
        var items = new List<T>();
        do items.Add(item());
        while (Take(TokenKind.Comma));
        return [.. items];
    }

    /// <summary>An unsigned decimal integer, as in quantifiers.</summary>
    private long ParseCount()
    {
        if (!At(TokenKind.Integer) || !Now.Text.All(c => char.IsAsciiDigit(c) || c == '_')) throw Unexpected("an integer value");
        var value = NumberText.Integer(Now.Text, false, out var error) ?? throw Error(error!, _at);
        _at++;
        return value;
    }

    /// <summary>The span from a token to the last one taken.</summary>
    private SourceSpan From(int start)
    {
        var first = _tokens[start].Span;
        var end = _at > start ? _tokens[_at - 1].Span.End : first.Offset;
        return first with { Length = Math.Max(0, end - first.Offset) };
    }

    private void Enter()
    {
        if (++_depth > MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error($"The query is nested too deeply: at most {MaximumDepth} levels are allowed", _at);
    }

    private void Leave() => _depth--;

    private void Grow()
    {
        if (++_height > MaximumHeight)
            throw Error($"The expression is too long: at most {MaximumHeight} operators in a row are allowed", _at);
    }

    private CypherException Unexpected(string expected)
    {
        var span = Now.Span;
        var length = Math.Min(span.Length, 60);
        return Error($"Invalid input '{_text.AsSpan(span.Offset, length)}': expected {expected}", _at);
    }

    private CypherException Error(string message, int token) => CypherErrors.Syntax(message, _text, _tokens[token].Span.Start);
}
