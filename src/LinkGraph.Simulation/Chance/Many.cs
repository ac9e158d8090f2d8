namespace LinkGraph.Simulation.Chance;

/// <summary>Makes several of a thing.</summary>
internal static class Many
{
    public static T[] Of<T>(int count, Func<T> make)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = make();
        return items;
    }
}
