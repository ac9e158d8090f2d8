namespace Neo4j.Driver.Internal;

internal static class FetchSizes
{
    public static void Check(long size)
    {
        if (size <= 0 && size != Config.Infinite)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size), size, $"The number of records to fetch at a time must be positive, or {Config.Infinite} for all.");
        }
    }
}
