namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// Sorts a few numbers by counting for each how many are smaller. More comparisons than any other sort, but no branch on their outcome,
/// which is what costs where the numbers are hashes.
/// </summary>
internal static class RankSort
{
    /// <summary>Beyond this others are faster.</summary>
    public const int MaxLength = 32;

    /// <summary>Sorts at most <see cref="MaxLength"/> numbers, lowest first.</summary>
    public static void Sort(Span<ulong> numbers)
    {
        Span<ulong> sorted = stackalloc ulong[MaxLength];
        for (int i = 0; i < numbers.Length; i++)
        {
            ulong number = numbers[i];
            int rank = 0;
            foreach (ulong before in numbers[..i])
            {
                rank += before <= number ? 1 : 0;
            }
            foreach (ulong behind in numbers[(i + 1)..])
            {
                rank += behind < number ? 1 : 0;
            }
            sorted[rank] = number;
        }
        sorted[..numbers.Length].CopyTo(numbers);
    }
}
