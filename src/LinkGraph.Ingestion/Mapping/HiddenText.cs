using System.Globalization;
using System.Text;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>
/// A value of which only keyed hashes are kept: of each word, of its sound, and of its pairs of neighbouring letters, so that misspelt
/// words still meet (<c>#word.sound.pair.pair</c>). Of a code or a date the letters are taken with their places; of numbers nothing but the whole.
/// </summary>
internal sealed class HiddenText(FactKeys keys)
{
    private const int LongestValue = 4000;
    private const int MostKnown = 100_000;
    private readonly Dictionary<(bool Placed, bool Whole, string Word), string> _known = [];

    public string Of(AttributeKind kind, string value)
    {
        if (kind is not (AttributeKind.Name or AttributeKind.Text))
        {
            return Word(value, placed: kind is AttributeKind.Code or AttributeKind.Date, whole: kind is AttributeKind.Year or AttributeKind.Number or AttributeKind.Duration);
        }
        var hidden = new StringBuilder();
        foreach (string word in value.Split(' '))
        {
            string next = Word(word, placed: false, whole: false);
            if (hidden.Length + next.Length >= LongestValue)
            {
                break;
            }
            hidden.Append(hidden.Length > 0 ? " " : "").Append(next);
        }
        return hidden.Length > 0 ? hidden.ToString() : Hash(value, 16, '#');
    }

    private string Word(string word, bool placed, bool whole)
    {
        if (_known.TryGetValue((placed, whole, word), out string? hidden))
        {
            return hidden;
        }
        var text = new StringBuilder(Hash(word, 16, '#'));
        text.Append(Hash(placed && word.Length > 4 ? word[..^2] : WordKeys.Sound(word), 8, '.'));
        for (int i = 0; i <= word.Length && !whole && text.Length < LongestValue / 2; i++)
        {
            string pair = placed
                ? string.Create(CultureInfo.InvariantCulture, $"{i}{(i < word.Length ? word[i] : '$')}")
                : $"{(i == 0 ? '^' : word[i - 1])}{(i == word.Length ? '$' : word[i])}";
            text.Append(Hash(pair, 6, '.'));
        }
        hidden = text.ToString();
        if (_known.Count < MostKnown)
        {
            _known.Add((placed, whole, word), hidden);
        }
        return hidden;
    }

    /// <summary>So many hex digits of the keyed hash.</summary>
    private string Hash(string text, int digits, char before) => string.Concat([before], keys.Hash(Encoding.UTF8.GetBytes(text)).AsSpan(2, digits));
}
