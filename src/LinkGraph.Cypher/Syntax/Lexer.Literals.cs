using System.Globalization;
using System.Text;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Lexer
{
    private string ReadString(char quote)
    {
        var start = Position;
        _at++;
        var plain = _text.AsSpan(_at).IndexOfAny(quote, '\\');
        if (plain < 0) throw Unclosed(quote, start);
        var value = new StringBuilder(plain + 1);
        while (true)
        {
            if (_at >= _text.Length) throw Unclosed(quote, start);
            var c = Current;
            if (c == quote) break;
            if (c == '\\') ReadEscape(value);
            else
            {
                value.Append(c);
                Advance();
            }
        }
        _at++;
        return value.ToString();
    }

    private CypherException Unclosed(char quote, SourcePosition start) =>
        Error($"Failed to parse string literal. The query must contain an even number of non-escaped quotes; {quote} expected", start);

    private void ReadEscape(StringBuilder value)
    {
        var c = Peek(1);
        if (c == 'u')
        {
            value.Append(ReadUnicodeEscape());
            return;
        }
        char? meant = c switch
        {
            't' => '\t',
            'b' => '\b',
            'n' => '\n',
            'r' => '\r',
            'f' => '\f',
            '\\' or '\'' or '"' => c,
            _ => null,
        };
        if (meant is { } escaped)
        {
            value.Append(escaped);
            _at += 2;
        }
        else
        {
            // A backslash before anything else stands for itself, as in Neo4j.
            value.Append('\\');
            _at++;
        }
    }

    private char ReadUnicodeEscape()
    {
        var at = Position;
        var digits = 2;
        while (digits < 6 && char.IsAsciiHexDigit(Peek(digits))) digits++;
        if (digits < 6)
        {
            var found = _text.AsSpan(Math.Min(_at + 2, _text.Length), Math.Min(4, Math.Max(0, _text.Length - _at - 2)));
            throw Error($"Invalid input '{found}': expected four hexadecimal digits specifying a unicode character", at);
        }
        var value = (char)ushort.Parse(_text.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _at += 6;
        return value;
    }

    /// <summary>
    /// A number takes letters directly behind it along, so that <c>1a</c> is one wrong number rather than a number and a name.
    /// Whether it is well formed is seen where it is used: a parameter may be called <c>$1a</c>.
    /// </summary>
    private void ReadNumber(SourcePosition start)
    {
        var first = _at;
        var prefixed = Current == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O';
        var isFloat = false;
        while (IsDigitOrUnderscore(Current)) _at++;
        if (!prefixed)
        {
            if (Current == '.' && char.IsAsciiDigit(Peek(1)))
            {
                isFloat = true;
                _at++;
                while (IsDigitOrUnderscore(Current)) _at++;
            }
            var exponent = Peek(1) is '+' or '-' ? 2 : 1;
            if (Current is 'e' or 'E' && char.IsAsciiDigit(Peek(exponent)))
            {
                isFloat = true;
                _at += exponent;
                while (IsDigitOrUnderscore(Current)) _at++;
            }
        }
        while (_at < _text.Length && IsNamePart(_at)) _at += RuneLength(_at);
        Add(isFloat ? TokenKind.Float : TokenKind.Integer, start, _text[first.._at]);
    }

    private static bool IsDigitOrUnderscore(char c) => char.IsAsciiDigit(c) || c == '_';
}
