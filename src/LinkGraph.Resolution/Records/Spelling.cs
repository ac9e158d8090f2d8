namespace LinkGraph.Resolution.Records;

/// <summary>How alike two spellings are, 0 to 1.</summary>
internal static class Spelling
{
    /// <summary>An initial against a word that begins with it: as good as half.</summary>
    private const double Initial = 0.5;

    /// <summary>Up to so many letters, slips are counted one by one; of longer words the pairs say enough.</summary>
    private const int MostLetters = 24;

    /// <summary>Likeness of words: of the pairs of letters that they share, or of the letters that are right, whichever is more.</summary>
    public static double Likeness(Word a, Word b)
    {
        if (!a.IsHidden && !b.IsHidden && (a.Text.Length == 1 || b.Text.Length == 1))
        {
            return a.Text == b.Text ? 1 : a.Text[0] == b.Text[0] ? Initial : 0;
        }

        // Words of lengths so different share no more than this.
        if (2.0 * Math.Min(a.Pairs.Length, b.Pairs.Length) / (a.Pairs.Length + b.Pairs.Length) < 0.4)
        {
            return 0;
        }

        var pairs = Shared(a.Pairs, b.Pairs);
        return pairs >= 0.8 || pairs < 0.2 || a.IsHidden || b.IsHidden ? pairs : Math.Max(pairs, Right(a.Text, b.Text));
    }

    /// <summary>Dice's coefficient of two sorted lists.</summary>
    public static double Shared(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return a.Length + b.Length == 0 ? 0 : 2.0 * shared / (a.Length + b.Length);
    }

    /// <summary>Share of the letters that need no slip to explain them.</summary>
    public static double Right(string a, string b) =>
        a.Length > MostLetters || b.Length > MostLetters ? 0 : 1 - ((double)Slips(a, b) / Math.Max(a.Length, b.Length));

    /// <summary>Letters put in, left out, mistaken or swapped with their neighbour (optimal string alignment).</summary>
    public static int Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > MostLetters || b.Length > MostLetters)
        {
            return a.SequenceEqual(b) ? 0 : Math.Max(a.Length, b.Length);
        }

        Span<int> before = stackalloc int[MostLetters + 1], last = stackalloc int[MostLetters + 1], row = stackalloc int[MostLetters + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var slip = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + slip);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }
}
