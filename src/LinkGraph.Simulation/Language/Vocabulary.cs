using System.Runtime.CompilerServices;
using System.Text;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Output;

namespace LinkGraph.Simulation.Language;

/// <summary>
/// The words of a world and what is written with them. Words lie in slots of sixteen bytes with their space behind them, so that writing
/// one is a single copy.
/// </summary>
internal sealed class Vocabulary
{
    private const int Count = 9_000;
    private const int Width = 16;
    private const double SlotShare = 0.13;

    private static readonly string[] Syllables =
        ["ar", "bel", "co", "du", "en", "fi", "gra", "hol", "in", "ju", "kar", "le", "mon", "na", "op", "per", "qui", "ro", "sta", "tu", "ul", "vo", "wen", "ys"];

    private static readonly string[] Endings = ["", "", "s", "ed", "ing", "ion", "al", "er", "ly"];

    private readonly byte[] _bytes = new byte[Count * Width];
    private readonly byte[] _lengths = new byte[Count];
    private readonly Skew _frequency = new(Count, 1.3, bits: 16);
    private readonly Template[] _phrases;
    private readonly Skew _phraseFrequency;
    private readonly double _phraseShare;

    /// <param name="rng">Makes the words.</param>
    /// <param name="phraseShare">How much of free chat has one of the phrases in it that everybody uses.</param>
    public Vocabulary(Rng rng, double phraseShare)
    {
        var roots = Many.Of(900, () => string.Concat(Many.Of(rng.Int(1, 3), () => rng.Pick(Syllables))));
        Words = Many.Of(Count, () => rng.Pick(roots) + rng.Pick(Endings));
        for (var i = 0; i < Count; i++)
        {
            _lengths[i] = (byte)(Encoding.ASCII.GetBytes(Words[i], _bytes.AsSpan(i * Width)) + 1);
            _bytes[(i * Width) + _lengths[i] - 1] = (byte)' ';
        }
        _phraseShare = phraseShare;
        _phrases = Many.Of(150, () => NewTemplate(rng, 4, 8, 0));
        _phraseFrequency = new Skew(_phrases.Length);
    }

    /// <summary>All words, for names of people and domains.</summary>
    public string[] Words { get; }

    public Template NewTemplate(Rng rng, int shortest, int longest, double slots = SlotShare)
    {
        var words = new ushort[rng.Int(shortest, longest)];
        foreach (ref var word in words.AsSpan())
            word = rng.Chance(slots) ? Template.Slot : (ushort)_frequency.Index(rng);
        return new Template(words);
    }

    public Template[] NewTemplates(Rng rng, int count, int shortest, int longest) => Many.Of(count, () => NewTemplate(rng, shortest, longest));

    /// <summary>Writes a template with its slots filled in; each other word is replaced with probability <paramref name="edit"/>.</summary>
    public void Fill(Template template, double edit, Rng rng, Utf8Buffer into)
    {
        var threshold = (uint)(edit * uint.MaxValue);
        foreach (var word in template.Words)
        {
            var chosen = word;
            if (word == Template.Slot || threshold > 0)
            {
                var draw = rng.Next();
                if (word == Template.Slot || (uint)draw < threshold)
                    chosen = (ushort)((draw >> 32) % Count);
            }
            Append(chosen, into);
        }
    }

    /// <summary>Writes free chat.</summary>
    public void Chat(Rng rng, Utf8Buffer into)
    {
        if (rng.Chance(_phraseShare))
            Fill(_phrases[_phraseFrequency.Index(rng)], 0, rng, into);
        for (var left = rng.Int(4, 60); left > 0; left--)
            Append(_frequency.Index(rng), into);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int word, Utf8Buffer into) => into.AppendWide(_bytes.AsSpan(word * Width, Width), _lengths[word]);
}
