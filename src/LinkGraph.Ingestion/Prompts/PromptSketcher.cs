using System.Runtime.CompilerServices;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// Reduces a prompt to anchors: hashes of runs of four words, of which only those survive that lie in the lowest part of all hashes.
/// Two prompts that share a passage share its anchors, wherever it stands in them. Words are runs of letters and digits without regard
/// to ASCII case; digits count as one letter, so that numbers filled in do not matter; where a script has no spaces every character is
/// a word. The same prompt has the same sketch on every machine. Not thread-safe: one for each worker.
/// </summary>
public sealed class PromptSketcher
{
    /// <summary>No sketch has more anchors than this, however long the prompt; a longer one keeps those with the lowest hashes.</summary>
    public const int MaxAnchors = 256;

    /// <summary>One run in this many is kept. How many anchors make a template is set with a quarter in mind.</summary>
    public const int Rate = 4;

    /// <summary>So many are kept where the rate alone would leave fewer.</summary>
    private const int MinAnchors = 4;

    private const int WordsInRun = 4;
    private const int Block = 2048;
    private const ulong KeepBelow = ulong.MaxValue / Rate;

    // Of a prompt so many bytes are cut into words at a time.
    private const int EdgeBytes = 64 * WordEdges.BlockBytes;

    private readonly PaddedText _text = new();
    private readonly int[] _edges = new int[1 + WordEdges.Room(EdgeBytes)];
    private readonly ulong[] _words = new ulong[Block + RunHashes.Slack];

    // Upper 48 bits: hash of a run; lower 16: its position. Sorted, equal hashes are neighbours and the first position leads.
    private readonly ulong[] _runs = new ulong[(2 * Block) + RunHashes.Slack];
    private int _wordCount;
    private int _runCount;
    private int _firstWord;

    /// <summary>Writes the anchors of a prompt, no hash twice, in a fixed order.</summary>
    /// <param name="promptUtf8">The prompt; bytes that are no UTF-8 count as letters.</param>
    /// <param name="destination">Room for <see cref="MaxAnchors"/>.</param>
    /// <returns>How many were written: 0 only if the prompt has no word.</returns>
    public int Sketch(ReadOnlySpan<byte> promptUtf8, Span<Anchor> destination)
    {
        if (destination.Length < MaxAnchors)
        {
            throw new ArgumentException($"A sketch needs room for {MaxAnchors} anchors.", nameof(destination));
        }
        _wordCount = 0;
        _runCount = 0;
        _firstWord = 0;
        ReadWords(promptUtf8);
        if (_firstWord == 0 && _wordCount < WordsInRun)
        {
            return Whole(destination);
        }
        FoldWords();
        return Select(destination);
    }

    private void ReadWords(ReadOnlySpan<byte> prompt)
    {
        ReadOnlySpan<byte> text = _text.Fill(prompt);
        bool inRun = false;
        int start = 0;
        for (int at = 0; at < text.Length; at += EdgeBytes)
        {
            // A run that goes on from the part before has its beginning first among the edges.
            _edges[0] = start - at;
            int edges = inRun ? 1 : 0;
            edges += WordEdges.Find(text.Slice(at, Math.Min(EdgeBytes, text.Length - at)), ref inRun, _edges.AsSpan(edges));
            for (int i = 1; i < edges; i += 2)
            {
                AddRun(text, at + _edges[i - 1], at + _edges[i]);
            }
            start = inRun ? at + _edges[edges - 1] : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRun(ReadOnlySpan<byte> text, int start, int end)
    {
        if (LetterWord.TryHash(text, start, end, out ulong word))
        {
            AddWord(word);
        }
        else
        {
            ReadAnyWords(text[start..end]);
        }
    }

    /// <summary>Reads words byte by byte.</summary>
    private void ReadAnyWords(ReadOnlySpan<byte> text)
    {
        WordHash word = default;
        for (int i = 0; i < text.Length; i++)
        {
            uint lower = text[i] | 0x20u;
            if (lower - 'a' <= 'z' - 'a')
            {
                word.Add((byte)lower);
            }
            else if ((uint)text[i] - '0' <= 9)
            {
                word.AddDigit();
            }
            else if (text[i] < 0x80)
            {
                EndWord(word);
                word = default;
            }
            else
            {
                // Through a copy, so that the word itself can stay in registers.
                WordHash copy = word;
                i += ReadBeyondAscii(text[i..], ref copy) - 1;
                word = copy;
            }
        }
        EndWord(word);
    }

    /// <summary>Reads one code point and returns its length.</summary>
    private int ReadBeyondAscii(ReadOnlySpan<byte> text, ref WordHash word)
    {
        WordBreaks.Kind kind = WordBreaks.Classify(text, out int length);
        if (kind != WordBreaks.Kind.Letter)
        {
            EndWord(word);
            word = default;
        }
        if (kind != WordBreaks.Kind.Separator)
        {
            foreach (byte b in text[..length])
            {
                word.Add(b);
            }
        }
        if (kind == WordBreaks.Kind.Word)
        {
            EndWord(word);
            word = default;
        }
        return length;
    }

    private void EndWord(WordHash word)
    {
        if (!word.IsEmpty)
        {
            AddWord(word.Value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddWord(ulong word)
    {
        if (_wordCount == Block)
        {
            FoldWords();
        }
        _words[_wordCount++] = word;
    }

    /// <summary>Turns the words at hand into runs; the last three stay, because the next runs begin with them.</summary>
    private void FoldWords()
    {
        if (_runCount + Block > _runs.Length)
        {
            _runCount = Math.Min(MaxAnchors, SortDistinct(_runs.AsSpan(0, _runCount)));
        }
        ReadOnlySpan<ulong> words = _words.AsSpan(0, _wordCount);
        int runs = words.Length - WordsInRun + 1;
        RunHashes.Of(_words, _runs.AsSpan(_runCount), runs, _firstWord);
        _runCount += runs;
        words[^(WordsInRun - 1)..].CopyTo(_words);
        _firstWord += runs;
        _wordCount = WordsInRun - 1;
    }

    private int Select(Span<Anchor> destination)
    {
        Span<ulong> runs = _runs.AsSpan(0, _runCount);
        int low = 0;
        for (int i = 0; i < runs.Length; i++)
        {
            // Swapped every time: which runs are low is chance, and a branch on it costs more than the swap.
            ulong run = runs[i];
            runs[i] = runs[low];
            runs[low] = run;
            low += run < KeepBelow ? 1 : 0;
        }
        int kept = SortDistinct(runs[..low]);
        if (kept < MinAnchors)
        {
            kept = Math.Min(MinAnchors, SortDistinct(runs));
        }
        kept = Math.Min(kept, MaxAnchors);
        for (int i = 0; i < kept; i++)
        {
            destination[i] = new Anchor((uint)(runs[i] >> 16), (ushort)runs[i]);
        }
        return kept;
    }

    /// <summary>Sorts, and moves the first of each hash to the front; what is behind them are repetitions.</summary>
    private static int SortDistinct(Span<ulong> runs)
    {
        if (runs.Length <= RankSort.MaxLength)
        {
            RankSort.Sort(runs);
        }
        else
        {
            runs.Sort();
        }
        int count = 0;
        foreach (ulong run in runs)
        {
            if (count == 0 || run >> 16 != runs[count - 1] >> 16)
            {
                runs[count++] = run;
            }
        }
        return count;
    }

    /// <summary>A prompt of fewer words than a run has one anchor: all of it.</summary>
    private int Whole(Span<Anchor> destination)
    {
        if (_wordCount == 0)
        {
            return 0;
        }
        ulong hash = (ulong)_wordCount;
        foreach (ulong word in _words.AsSpan(0, _wordCount))
        {
            hash = Hashing.Mix(hash ^ word);
        }
        destination[0] = new Anchor((uint)(hash >> 16), 0);
        return 1;
    }
}
