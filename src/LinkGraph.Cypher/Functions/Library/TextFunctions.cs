using System.Text;
using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Functions.Unicode;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Functions on strings. Positions and lengths count code points.</summary>
internal static class TextFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        Of("toUpper", Upper), Of("upper", Upper), Of("toLower", Lower), Of("lower", Lower),
        new("char_length", 1, 1, static (_, args) => Length("char_length", args[0])),
        new("character_length", 1, 1, static (_, args) => Length("character_length", args[0])),
        new("left", 2, 2, static (_, args) => Part("left", args[0], 0, args[1])),
        new("right", 2, 2, static (_, args) => Right(args[0], args[1])),
        new("substring", 2, 3, static (_, args) =>
            Part("substring", args[0], Arguments.Count("substring", args[1]), args.Length > 2 ? args[2] : Value.Of((long)int.MaxValue))),
        new("replace", 3, 3, static (context, args) => Replace(context, args)),
        new("split", 2, 2, static (context, args) => Split(context, args[0], args[1])),
        new("trim", 1, 2, static (_, args) => Trim("trim", args, start: true, end: true)),
        new("btrim", 1, 2, static (_, args) => Trim("btrim", args, start: true, end: true)),
        new("ltrim", 1, 2, static (_, args) => Trim("ltrim", args, start: true, end: false)),
        new("rtrim", 1, 2, static (_, args) => Trim("rtrim", args, start: false, end: true)),
        new("normalize", 1, 2, static (_, args) => Value.Of(Normalizer.Normalize(
            Arguments.Text("normalize", args[0]), Form(args.Length > 1 ? Arguments.Text("normalize", args[1]) : "NFC")))),
    ];

    /// <summary>A normal form by its name: NFC, NFD, NFKC, NFKD.</summary>
    public static NormalizationForm Form(string name) => name.ToUpperInvariant() switch
    {
        "NFC" => NormalizationForm.FormC,
        "NFD" => NormalizationForm.FormD,
        "NFKC" => NormalizationForm.FormKC,
        "NFKD" => NormalizationForm.FormKD,
        _ => throw CypherErrors.Argument($"Unknown normal form. Valid values are: NFC, NFD, NFKC, NFKD; got {name}"),
    };

    public static long CodePoints(string text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            pairs += char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return text.Length - pairs;
    }

    public static string Reverse(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var end = text.Length; end > 0;)
        {
            var start = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? end - 2 : end - 1;
            result.Append(text, start, end - start);
            end = start;
        }

        return result.ToString();
    }

    private static CypherFunction Of(string name, Func<string, string> function) =>
        new(name, 1, 1, (_, args) => Value.Of(function(Arguments.Text(name, args[0]))));

    private static string Upper(string text) => text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal);

    private static string Lower(string text) => text.Replace("İ", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();

    private static Value Length(string function, Value text) => Value.Of(CodePoints(Arguments.Text(function, text)));

    private static Value Part(string function, Value text, int start, Value length)
    {
        var (whole, count) = (Arguments.Text(function, text), Arguments.Count(function, length));
        var from = Index(whole, 0, start);
        return Value.Of(whole[from..Index(whole, from, count)]);
    }

    private static Value Right(Value text, Value length)
    {
        var whole = Arguments.Text("right", text);
        var skipped = CodePoints(whole) - Arguments.Count("right", length);
        return Value.Of(whole[Index(whole, 0, (int)Math.Max(skipped, 0))..]);
    }

    /// <summary>The place so many code points after another, or the end.</summary>
    private static int Index(string text, int from, int codePoints)
    {
        var at = from;
        for (; codePoints > 0 && at < text.Length; codePoints--)
        {
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    private static Value Replace(FunctionContext context, ReadOnlySpan<Value> args)
    {
        var (text, search, with) =
            (Arguments.Text("replace", args[0]), Arguments.Text("replace", args[1]), Arguments.Text("replace", args[2]));
        var growth = (long)with.Length - search.Length;
        context.Memory.Charge(MemoryMeter.OfText(text.Length + (growth > 0 ? growth * Occurrences(text, search) : 0)));
        return Value.Of(search.Length > 0
            ? text.Replace(search, with, StringComparison.Ordinal)
            : with + string.Concat(text.EnumerateRunes().Select(rune => rune + with)));
    }

    private static Value Split(FunctionContext context, Value text, Value delimiters)
    {
        var whole = Arguments.Text("split", text);
        string[] marks = delimiters.IsString
            ? [delimiters.AsString()]
            : [.. Arguments.List("split", delimiters).Select(mark => Arguments.Text("split", mark))];
        var pieces = 1 + marks.Sum(mark => Occurrences(whole, mark));
        context.Memory.Charge(MemoryMeter.OfItems(pieces) + MemoryMeter.OfText(whole.Length) + (pieces * MemoryMeter.OfText(0)));
        if (whole.Length > 0 && marks.Contains(""))
        {
            var others = marks.Where(mark => mark.Length > 0).ToArray();
            var parts = others.Length > 0 ? whole.Split(others, StringSplitOptions.None) : [whole];
            return Value.List([.. parts.SelectMany(part => part.EnumerateRunes()).Select(rune => Value.Of(rune.ToString()))]);
        }

        return Value.List([.. whole.Split(marks, StringSplitOptions.None).Select(part => Value.Of(part))]);
    }

    /// <summary>How often a text holds another: the empty one at every place.</summary>
    private static long Occurrences(string text, string part) => part.Length == 0 ? text.Length + 1L : text.AsSpan().Count(part);

    private static Value Trim(string function, ReadOnlySpan<Value> args, bool start, bool end)
    {
        var text = Arguments.Text(function, args[0]);
        var marks = args.Length > 1 ? Arguments.Text(function, args[1]).EnumerateRunes().ToHashSet() : null;
        var runes = text.EnumerateRunes().ToArray();
        var (from, to) = (0, runes.Length);
        while (start && from < to && IsTrimmed(runes[from], marks))
        {
            from++;
        }

        while (end && to > from && IsTrimmed(runes[to - 1], marks))
        {
            to--;
        }

        return Value.Of(string.Concat(runes[from..to]));
    }

    private static bool IsTrimmed(Rune rune, HashSet<Rune>? marks) => marks?.Contains(rune) ?? IsSpace(rune);

    /// <summary>White space as Java has it: spaces that do not break are none.</summary>
    private static bool IsSpace(Rune rune) =>
        rune.Value is >= 0x1C and <= 0x1F || (Rune.IsWhiteSpace(rune) && rune.Value is not (0x85 or 0xA0 or 0x2007 or 0x202F));
}
