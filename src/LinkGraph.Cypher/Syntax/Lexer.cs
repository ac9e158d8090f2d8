using System.Globalization;
using System.Text;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Cuts a query text into tokens, in one pass.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private Lexer(string text) => _text = text;

    public static TokenList Tokenize(string text)
    {
        var lexer = new Lexer(text);
        lexer.Run();
        return new TokenList([.. lexer._tokens]);
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private SourcePosition Position => new(_at, _line, _at - _lineStart + 1);

    private void Run()
    {
        while (true)
        {
            SkipBlanks();
            var start = Position;
            if (_at >= _text.Length)
            {
                Add(TokenKind.End, start, "");
                return;
            }
            var c = Current;
            if (c is '\'' or '"') Add(TokenKind.String, start, ReadString(c));
            else if (c == '`') Add(TokenKind.QuotedName, start, ReadQuotedName());
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) ReadNumber(start);
            else if (IsNameStart(_at)) Add(TokenKind.Word, start, ReadWord());
            else ReadSymbol(start);
        }
    }

    private void Add(TokenKind kind, SourcePosition start, string text) =>
        _tokens.Add(new Token(kind, new SourceSpan(start.Offset, _at - start.Offset, start.Line, start.Column), text));

    /// <summary>Steps over one UTF-16 unit; CR, LF and CRLF end a line.</summary>
    private void Advance()
    {
        var c = _text[_at++];
        if (c == '\n' || (c == '\r' && Current != '\n'))
        {
            _line++;
            _lineStart = _at;
        }
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            var c = Current;
            if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u180E') Advance();
            else if (c == '/' && Peek(1) == '/')
            {
                while (_at < _text.Length && Current is not ('\n' or '\r')) _at++;
            }
            else if (c == '/' && Peek(1) == '*') SkipBlockComment();
            else return;
        }
    }

    private void SkipBlockComment()
    {
        var start = Position;
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) throw Error("Invalid input: the comment that begins here is not closed, '*/' expected", start);
        while (_at < end + 2) Advance();
    }

    private string ReadWord()
    {
        var start = _at;
        _at += RuneLength(_at);
        while (_at < _text.Length && IsNamePart(_at)) _at += RuneLength(_at);
        return _text[start.._at];
    }

    private void ReadSymbol(SourcePosition start)
    {
        var (kind, length) = (Current, Peek(1)) switch
        {
            ('(', _) => (TokenKind.OpenParen, 1),
            (')', _) => (TokenKind.CloseParen, 1),
            ('[', _) => (TokenKind.OpenBracket, 1),
            (']', _) => (TokenKind.CloseBracket, 1),
            ('{', _) => (TokenKind.OpenBrace, 1),
            ('}', _) => (TokenKind.CloseBrace, 1),
            (',', _) => (TokenKind.Comma, 1),
            (';', _) => (TokenKind.Semicolon, 1),
            (':', ':') => (TokenKind.DoubleColon, 2),
            (':', _) => (TokenKind.Colon, 1),
            ('.', '.') => (TokenKind.DotDot, 2),
            ('.', _) => (TokenKind.Dot, 1),
            ('$', _) => (TokenKind.Dollar, 1),
            ('|', '|') => (TokenKind.DoubleBar, 2),
            ('|', _) => (TokenKind.Bar, 1),
            ('&', _) => (TokenKind.Ampersand, 1),
            ('!', '=') => (TokenKind.BangEqual, 2),
            ('!', _) => (TokenKind.Exclamation, 1),
            ('%', _) => (TokenKind.Percent, 1),
            ('+', '=') => (TokenKind.PlusEqual, 2),
            ('+', _) => (TokenKind.Plus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('^', _) => (TokenKind.Caret, 1),
            ('=', '~') => (TokenKind.RegexMatch, 2),
            ('=', _) => (TokenKind.Equal, 1),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('-', _) => (TokenKind.Minus, 1),
            // Typographic arrows may draw relationships; they are no operators.
            ('\u27E8' or '\u3008' or '\uFE64' or '\uFF1C', _) => (TokenKind.ArrowLeft, 1),
            ('\u27E9' or '\u3009' or '\uFE65' or '\uFF1E', _) => (TokenKind.ArrowRight, 1),
            ('\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D', _) => (TokenKind.ArrowLine, 1),
            _ => (TokenKind.End, RuneLength(_at)),
        };
        if (kind == TokenKind.End) throw Error($"Invalid input '{_text.AsSpan(_at, length)}'", start);
        _at += length;
        Add(kind, start, "");
    }

    private int RuneLength(int index) =>
        char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1]) ? 2 : 1;

    private bool IsNameStart(int index) => char.IsAsciiLetter(_text[index]) || _text[index] == '_'
        || (_text[index] > 127 && CharUnicodeInfo.GetUnicodeCategory(_text, index) is UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation);

    private bool IsNamePart(int index) => IsNameStart(index) || char.IsAsciiDigit(_text[index])
        || (_text[index] > 127 && CharUnicodeInfo.GetUnicodeCategory(_text, index) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber);

    private CypherException Error(string message, SourcePosition position) => CypherErrors.Syntax(message, _text, position);

    private string ReadQuotedName()
    {
        var start = Position;
        _at++;
        var name = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length) throw Error("Invalid input: the name that begins here is not closed, '`' expected", start);
            var c = Current;
            if (c == '`' && Peek(1) != '`') break;
            if (c == '`') _at++;
            if (c == '\\' && Peek(1) == 'u') name.Append(ReadUnicodeEscape());
            else
            {
                name.Append(c);
                Advance();
            }
        }
        _at++;
        if (name.Length == 0) throw Error("Invalid input '``': a name must not be empty", start);
        return name.ToString();
    }
}
