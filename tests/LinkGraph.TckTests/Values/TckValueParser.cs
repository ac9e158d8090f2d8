using System.Globalization;
using System.Text;

namespace LinkGraph.TckTests.Values;

/// <summary>Reads the notation of values in the TCK's tables: see "Format of the expected results" in its README.</summary>
public sealed class TckValueParser
{
    private readonly string _text;
    private int _at;

    private TckValueParser(string text) => _text = text;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <exception cref="FormatException">Not a value; the message says where.</exception>
    public static TckValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new TckValueParser(text);
        var value = parser.Value();
        parser.SkipSpace();
        return parser._at == text.Length ? value : throw parser.Error("the end");
    }

    private TckValue Value()
    {
        SkipSpace();
        switch (Current)
        {
            case '\'':
                return new TckString(Quoted());
            case '{':
                return new TckMap(Entries());
            case '(':
                return Node();
            case '<':
                return Path();
            case '[':
                return IsRelationship() ? Relationship() : List();
            default:
                return Word();
        }
    }

    private TckValue Word()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '.' or '+' or '-')
            _at++;
        var word = _text[start.._at];
        switch (word)
        {
            case "null":
                return TckValue.Null;
            case "true" or "false":
                return new TckBoolean(word == "true");
            case "NaN":
                return new TckFloat(double.NaN);
            case "Inf":
                return new TckFloat(double.PositiveInfinity);
            case "-Inf":
                return new TckFloat(double.NegativeInfinity);
        }
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return new TckInteger(integer);
        const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (word.AsSpan().ContainsAny('.', 'e', 'E') && double.TryParse(word, Digits, CultureInfo.InvariantCulture, out var number))
            return new TckFloat(number);
        _at = start;
        throw Error("a value");
    }

    private string Quoted()
    {
        Expect('\'');
        var text = new StringBuilder();
        while (Current != '\'')
        {
            if (_at >= _text.Length)
                throw Error("a closing '");
            if (Current == '\\')
                text.Append(Escape());
            else
                text.Append(_text[_at++]);
        }
        _at++;
        return text.ToString();
    }

    private char Escape()
    {
        Expect('\\');
        var letter = Current;
        _at++;
        switch (letter)
        {
            case '\'' or '"' or '\\':
                return letter;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _at + 4 <= _text.Length
                && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                _at--;
                throw Error("an escaped character");
        }
    }

    private bool IsRelationship()
    {
        var next = _at + 1;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        return next < _text.Length && _text[next] == ':';
    }

    private TckList List()
    {
        Expect('[');
        var items = new List<TckValue>();
        SkipSpace();
        while (Current != ']')
        {
            if (items.Count > 0)
                Expect(',');
            items.Add(Value());
            SkipSpace();
        }
        _at++;
        return new TckList(items);
    }

    private Dictionary<string, TckValue> Entries()
    {
        Expect('{');
        var entries = new Dictionary<string, TckValue>(StringComparer.Ordinal);
        SkipSpace();
        while (Current != '}')
        {
            if (entries.Count > 0)
                Expect(',');
            var key = Name();
            Expect(':');
            if (!entries.TryAdd(key, Value()))
                throw Error($"no second key {key}");
            SkipSpace();
        }
        _at++;
        return entries;
    }

    private TckNode Node()
    {
        Expect('(');
        SkipSpace();
        var labels = new List<string>();
        while (Current == ':')
        {
            _at++;
            labels.Add(Name());
            SkipSpace();
        }
        var properties = Properties();
        Expect(')');
        return new TckNode("", labels, properties);
    }

    private TckRelationship Relationship()
    {
        Expect('[');
        Expect(':');
        var type = Name();
        var properties = Properties();
        Expect(']');
        return new TckRelationship("", type, properties);
    }

    private TckPath Path()
    {
        Expect('<');
        var start = Node();
        var steps = new List<TckPathStep>();
        SkipSpace();
        while (Current != '>')
        {
            var backward = Current == '<';
            if (backward)
                _at++;
            Expect('-');
            SkipSpace();
            var relationship = Relationship();
            Expect('-');
            if (!backward)
                Expect('>');
            steps.Add(new TckPathStep(relationship, !backward, Node()));
            SkipSpace();
        }
        _at++;
        return new TckPath(start, steps);
    }

    private Dictionary<string, TckValue> Properties()
    {
        SkipSpace();
        return Current == '{' ? Entries() : new Dictionary<string, TckValue>(StringComparer.Ordinal);
    }

    private string Name()
    {
        SkipSpace();
        var start = _at;
        if (Current == '`')
        {
            var end = _text.IndexOf('`', _at + 1);
            if (end < 0)
                throw Error("a closing `");
            _at = end + 1;
            return _text[(start + 1)..end];
        }
        while (char.IsLetterOrDigit(Current) || Current == '_')
            _at++;
        return _at > start ? _text[start.._at] : throw Error("a name");
    }

    private void Expect(char character)
    {
        SkipSpace();
        if (Current != character)
            throw Error($"'{character}'");
        _at++;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current))
            _at++;
    }

    private FormatException Error(string wanted) => new($"Expected {wanted} at character {_at + 1} of the TCK value {_text}");
}
