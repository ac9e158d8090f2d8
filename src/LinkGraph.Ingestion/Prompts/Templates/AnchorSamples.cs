namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>A few exchanges of each anchor, the first in the table's order: anchor <c>x</c> stands in <c>[Offsets[x]..Offsets[x + 1]]</c>.</summary>
internal sealed class AnchorSamples
{
    /// <summary>So many exchanges of an anchor are looked at.</summary>
    public const int Most = 12;

    private AnchorSamples(int[] offsets)
    {
        Offsets = offsets;
        Exchange = new int[offsets[^1]];
        Position = new ushort[offsets[^1]];
    }

    public int[] Offsets { get; }

    public int[] Exchange { get; }

    /// <summary>Where in the exchange the anchor stands.</summary>
    public ushort[] Position { get; }

    public static AnchorSamples Take(ExchangeTable exchanges, int anchorCount)
    {
        byte[] taken = new byte[anchorCount];
        foreach (uint x in exchanges.Shown.AsSpan(0, exchanges.Offsets[exchanges.Count]))
        {
            if (taken[x] < Most)
            {
                taken[x]++;
            }
        }
        int[] offsets = new int[anchorCount + 1];
        for (int x = 0; x < anchorCount; x++)
        {
            offsets[x + 1] = checked(offsets[x] + taken[x]);
        }
        AnchorSamples samples = new(offsets);
        for (int e = 0; e < exchanges.Count; e++)
        {
            for (int i = exchanges.Offsets[e]; i < exchanges.Offsets[e + 1]; i++)
            {
                uint x = exchanges.Shown[i];
                if (taken[x] > 0)
                {
                    int place = offsets[x + 1] - taken[x]--;
                    samples.Exchange[place] = e;
                    samples.Position[place] = exchanges.Position[i];
                }
            }
        }
        return samples;
    }
}
