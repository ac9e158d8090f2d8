using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        Span<ulong> copy = stackalloc ulong[MaxLength];
        copy.Fill(ulong.MaxValue);
        numbers.CopyTo(copy);
        int blocks = (numbers.Length + Vector256<ulong>.Count - 1) / Vector256<ulong>.Count;
        ReadOnlySpan<Vector256<ulong>> all = MemoryMarshal.Cast<ulong, Vector256<ulong>>(copy)[..blocks];
        int sum = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            Vector256<ulong> number = Vector256.Create(copy[i]);
            Vector256<ulong> smaller = Vector256<ulong>.Zero;
            foreach (Vector256<ulong> others in all)
            {
                smaller -= Vector256.LessThan(others, number);
            }
            int rank = (int)Vector256.Sum(smaller);
            numbers[rank] = copy[i];
            sum += rank;
        }
        if (sum != numbers.Length * (numbers.Length - 1) / 2)
        {
            // Equal numbers have taken one place.
            copy[..numbers.Length].CopyTo(numbers);
            numbers.Sort();
        }
    }
}
