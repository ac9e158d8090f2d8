using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Contexts;

/// <summary>What a group's accounts have, and which countries they are of.</summary>
internal sealed class GroupCounter(World world, Context context) : FactCounter(world.Facts)
{
    /// <summary>Members, as of the last <see cref="Begin"/>.</summary>
    public int Members { get; private set; }

    /// <summary>Members by country, as of the last <see cref="Begin"/>.</summary>
    public int[] People { get; } = new int[context.Countries];

    /// <summary>Starts over with another group.</summary>
    public GroupCounter Begin(ReadOnlySpan<int> group)
    {
        Clear();
        Members = group.Length;
        Array.Clear(People);
        foreach (var account in group)
        {
            People[context.Country[account]]++;
        }

        return this;
    }

    /// <summary>Counts the facts of a kind of some accounts, on top of what is there.</summary>
    public GroupCounter Count(ReadOnlySpan<int> accounts, FactKind kind)
    {
        foreach (var account in accounts)
        {
            foreach (var fact in world.FactsOf(account, kind))
            {
                Add(fact);
            }
        }

        return this;
    }
}
