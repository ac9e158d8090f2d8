namespace LinkGraph.TckTests.Ratchets;

/// <summary>
/// The scenarios that have passed once and so must pass for ever, by their ids: a text file, sorted, one a line. It grows and never
/// shrinks.
/// </summary>
public sealed class Ratchet
{
    private readonly SortedSet<string> _passing;

    private Ratchet(SortedSet<string> passing) => _passing = passing;

    public int Count => _passing.Count;

    public IReadOnlyCollection<string> Passing => _passing;

    /// <summary>Reads the file; where there is none, nothing has passed yet.</summary>
    /// <exception cref="FormatException">The lines are not sorted, or one is there twice or empty.</exception>
    public static Ratchet Load(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].Length == 0 || (number > 0 && string.CompareOrdinal(lines[number - 1], lines[number]) >= 0))
                throw new FormatException($"{path}:{number + 1}: not in order, there twice, or empty.");
        }
        return new Ratchet(new SortedSet<string>(lines, StringComparer.Ordinal));
    }

    public bool Contains(string scenario) => _passing.Contains(scenario);

    /// <summary>A ratchet that holds what this one does and what has passed in a run, of all scenarios or of some.</summary>
    /// <exception cref="InvalidOperationException">A scenario of this ratchet has failed: it may not shrink.</exception>
    public Ratchet Extend(IEnumerable<string> passed, IEnumerable<string> failed)
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(failed);
        var lost = failed.Where(Contains).Order(StringComparer.Ordinal).ToList();
        if (lost.Count > 0)
        {
            throw new InvalidOperationException(
                $"The ratchet cannot shrink: {lost.Count} of its scenarios failed, such as \"{lost[0]}\". Mend them first.");
        }
        return new Ratchet(new SortedSet<string>(_passing.Concat(passed), StringComparer.Ordinal));
    }

    public void Save(string path) => File.WriteAllText(path, string.Concat(_passing.Select(scenario => scenario + "\n")));
}
