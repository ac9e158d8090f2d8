using System.Globalization;
using LinkGraph.Model.Records;

namespace LinkGraph.Resolution.Records;

/// <summary>
/// A word with the keys it is compared by: pairs of neighbouring letters, and its sound. Of a hidden word only hashes of these are
/// known: <c>#word.sound.pair.pair</c> and so on.
/// </summary>
internal sealed class Word
{
    private const int Edge = 1;

    public Word(string text)
    {
        Text = text;
        IsHidden = text[0] == '#';
        if (IsHidden)
        {
            var parts = text.Split('.');
            Sound = parts.Length > 1 ? parts[1] : text;
            Pairs = parts.Skip(2).Select(part => int.TryParse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var pair) ? pair : 0).ToArray();
        }
        else
        {
            Sound = WordKeys.Sound(text);
            Pairs = new int[text.Length + 1];
            for (var i = 0; i <= text.Length; i++)
            {
                Pairs[i] = ((i == 0 ? Edge : text[i - 1]) << 16) | (i == text.Length ? Edge : text[i]);
            }
        }

        Array.Sort(Pairs);
    }

    public string Text { get; }

    public bool IsHidden { get; }

    /// <summary>Words that are written differently and sound alike have the same.</summary>
    public string Sound { get; }

    /// <summary>Neighbouring letters, those at the edges with the edge; sorted.</summary>
    public int[] Pairs { get; }
}
