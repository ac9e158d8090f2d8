using LinkGraph.Model.Records;

namespace LinkGraph.Resolution.Records;

/// <summary>How alike two records are in each field, in levels: 0 is the same, the last is different. Serves several threads.</summary>
internal sealed class Comparison
{
    /// <summary>Of a field that one of the two lacks.</summary>
    public const byte Missing = byte.MaxValue;

    /// <summary>A word that is so much like another one is that word, misspelt.</summary>
    private const double SameWord = 0.75;

    /// <summary>Words less alike than this have nothing to do with each other.</summary>
    private const double LeastAlike = 0.45;

    private static readonly double[] Steps = [0.999, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.15];
    private readonly RecordTable _records;

    /// <summary>By field that may hold others' words, and record: the words that the record does not say in those fields.</summary>
    private readonly int[]?[][] _own;

    public Comparison(RecordTable records)
    {
        _records = records;
        _own = new int[records.Fields.Length][][];
        for (var f = 0; f < _own.Length; f++)
        {
            _own[f] = records.Fields[f].Holds.Length == 0 ? [] : new int[records.Count][];
            for (var record = 0; record < _own[f].Length; record++)
            {
                _own[f][record] = Without(records.WordsOf(f, record), f, record);
            }
        }
    }

    /// <summary>Levels there are.</summary>
    public static int Levels => Steps.Length + 1;

    public void Compare(int a, int b, Span<byte> levels)
    {
        for (var f = 0; f < levels.Length; f++)
        {
            var likeness = Likeness(f, a, b);
            levels[f] = likeness < 0 ? Missing : LevelOf(likeness);
        }
    }

    public static byte LevelOf(double likeness)
    {
        byte level = 0;
        while (level < Steps.Length && likeness < Steps[level])
        {
            level++;
        }

        return level;
    }

    /// <summary>0 to 1; negative where a record lacks the field.</summary>
    public double Likeness(int field, int a, int b)
    {
        var column = _records.Fields[field];
        var left = column.Of.Of(a);
        var right = column.Of.Of(b);
        if (left.IsEmpty || right.IsEmpty)
        {
            return -1;
        }

        if (column.Holds.Length > 0)
        {
            return OwnWords(field, a, b);
        }

        double best = -1;
        foreach (var x in left)
        {
            foreach (var y in right)
            {
                best = Math.Max(best, x == y ? 1 : Likeness(column, column.Values[x], column.Values[y]));
            }
        }

        return best;
    }

    private double Likeness(RecordField column, FieldValue x, FieldValue y) => column.Kind switch
    {
        AttributeKind.Name or AttributeKind.Text => WordLikeness(x.Words, y.Words),
        _ when x.IsHidden || y.IsHidden => Spelling.Shared(_records.Words[x.Words[0]].Pairs, _records.Words[y.Words[0]].Pairs),
        AttributeKind.Category => ValueLikeness.OfCategories(x.Text, y.Text),
        AttributeKind.Code => ValueLikeness.OfCodes(x.Text, y.Text),
        AttributeKind.Date => ValueLikeness.OfDates(x.Text, y.Text),
        AttributeKind.Year => ValueLikeness.OfYears(x.Text, y.Text),
        AttributeKind.Duration => ValueLikeness.OfDurations(x.Number, y.Number),
        _ => ValueLikeness.OfNumbers(x.Text, y.Text),
    };

    /// <summary>A word that either record says in another field, which this one may repeat, says nothing of this one; unless nothing is left.</summary>
    private double OwnWords(int field, int a, int b)
    {
        var (left, right) = (Without(_own[field][a]!, field, b), Without(_own[field][b]!, field, a));
        if (left.Length == 0 && right.Length == 0)
        {
            (left, right) = (_records.WordsOf(field, a), _records.WordsOf(field, b));
        }

        return left.Length == 0 || right.Length == 0 ? -1 : WordLikeness(left, right);
    }

    private int[] Without(int[] words, int field, int record)
    {
        foreach (var other in _records.Fields[field].Holds)
        {
            var said = _records.WordsOf(other, record);
            if (said.Length > 0 && words.Length > 0)
            {
                words = Array.FindAll(words, word => Best(word, said) < SameWord);
            }
        }

        return words;
    }

    /// <summary>
    /// Words matched one by one, each counting by its rarity: half of the mark is what both say of all that they say, half is how much of
    /// the one is said by the other, as names are left out and cut short. Where words run together, the letters of all decide.
    /// </summary>
    private double WordLikeness(int[] a, int[] b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return -1;
        }

        var (sharedA, allA) = Matched(a, b);
        var (sharedB, allB) = Matched(b, a);
        var likeness = (0.5 * (sharedA + sharedB) / (allA + allB)) + (0.5 * Math.Max(sharedA / allA, sharedB / allB));
        return likeness >= 0.8 ? likeness : Math.Max(likeness, Spelling.Shared(LetterPairs(a), LetterPairs(b)));
    }

    private (double Shared, double All) Matched(int[] words, int[] others)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var word in words)
        {
            var best = Best(word, others);
            shared += best < LeastAlike ? 0 : best * _records.Bits[word];
            all += _records.Bits[word];
        }

        return (shared, all);
    }

    private double Best(int word, int[] others)
    {
        if (Array.IndexOf(others, word) >= 0)
        {
            return 1;
        }

        double best = 0;
        foreach (var other in others)
        {
            best = Math.Max(best, Spelling.Likeness(_records.Words[word], _records.Words[other]));
        }

        return best;
    }

    /// <summary>Pairs of letters within and, as a blank may be missing, across words; hidden words have only their own.</summary>
    private int[] LetterPairs(int[] words)
    {
        if (words.Length == 1)
        {
            return _records.Words[words[0]].Pairs;
        }

        if (Array.Exists(words, word => _records.Words[word].IsHidden))
        {
            int[] all = [.. words.SelectMany(word => _records.Words[word].Pairs)];
            Array.Sort(all);
            return all;
        }

        var length = 0;
        foreach (var word in words)
        {
            length += _records.Words[word].Text.Length;
        }

        var (pairs, at, last) = (new int[length + 1], 0, 1);
        foreach (var word in words)
        {
            foreach (var letter in _records.Words[word].Text)
            {
                pairs[at++] = (last << 16) | letter;
                last = letter;
            }
        }

        pairs[at] = (last << 16) | 1;
        Array.Sort(pairs);
        return pairs;
    }
}
