namespace LinkGraph.Resolution.Evidence;

/// <summary>Numbers by number, in compressed rows.</summary>
internal sealed class Rows(int[] start, int[] values)
{
    public int Count => start.Length - 1;

    public ReadOnlySpan<int> Of(int row) => values.AsSpan(start[row], start[row + 1] - start[row]);

    /// <summary>Values keep their order within a row.</summary>
    public static Rows Of(int rows, IReadOnlyList<(int Row, int Value)> pairs)
    {
        var start = new int[rows + 1];
        foreach (var (row, _) in pairs)
        {
            start[row + 1]++;
        }

        for (var i = 0; i < rows; i++)
        {
            start[i + 1] += start[i];
        }

        var (cursor, values) = ((int[])start.Clone(), new int[pairs.Count]);
        foreach (var (row, value) in pairs)
        {
            values[cursor[row]++] = value;
        }

        return new Rows(start, values);
    }

    /// <summary>Groups the numbers 0, 1, … by label; negative labels belong nowhere.</summary>
    public static Rows ByLabel(ReadOnlySpan<int> labels, int count)
    {
        var start = new int[count + 1];
        foreach (var label in labels)
        {
            if (label >= 0)
            {
                start[label + 1]++;
            }
        }

        for (var i = 0; i < count; i++)
        {
            start[i + 1] += start[i];
        }

        var (cursor, values) = ((int[])start.Clone(), new int[start[count]]);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
            {
                values[cursor[labels[i]]++] = i;
            }
        }

        return new Rows(start, values);
    }
}
