namespace LinkGraph.Resolution.Evidence;

/// <summary>Counts by number, emptied at once by an epoch stamp instead of being cleared.</summary>
internal class FactCounter(int size)
{
    private readonly int[] stamp = new int[size];
    private readonly int[] count = new int[size];
    private readonly List<int> touched = [];
    private int epoch;

    /// <summary>What was counted since <see cref="Clear"/>, in the order of first sight.</summary>
    public List<int> Touched => touched;

    public void Clear()
    {
        touched.Clear();
        epoch++;
    }

    public int this[int number] => stamp[number] == epoch ? count[number] : 0;

    /// <summary>Returns the count after adding one.</summary>
    public int Add(int number)
    {
        if (stamp[number] != epoch)
        {
            stamp[number] = epoch;
            count[number] = 0;
            touched.Add(number);
        }

        return ++count[number];
    }
}
