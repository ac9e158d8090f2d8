namespace LinkGraph.Cypher.Execution;

/// <summary>Sorts that end when the statement is to end.</summary>
internal static class Sorting
{
    public static void Sort<T>(List<T> items, Comparison<T> comparison, CancellationToken cancellation)
    {
        try
        {
            items.Sort((x, y) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return comparison(x, y);
            });
        }
        catch (InvalidOperationException e) when (e.InnerException is OperationCanceledException)
        {
            // The list wraps what comparing throws.
            throw new OperationCanceledException(cancellation);
        }
    }
}
