using System.Runtime.InteropServices;

namespace LinkGraph.Storage.Snapshots;

/// <summary>How much there is of everything; kept exact by every write.</summary>
internal sealed class GraphCounts
{
    private long[] byLabel = [];
    private long[] byType = [];
    private Dictionary<(int Label, int Type, bool Outgoing), long> byPattern = [];

    public long Nodes { get; set; }

    public long Relationships { get; private set; }

    public GraphCounts Copy()
    {
        var copy = (GraphCounts)MemberwiseClone();
        (copy.byLabel, copy.byType, copy.byPattern) = ([.. byLabel], [.. byType], new(byPattern));
        return copy;
    }

    public long OfLabel(int label) => (uint)label < (uint)byLabel.Length ? byLabel[label] : 0;

    public long OfType(int type) => (uint)type < (uint)byType.Length ? byType[type] : 0;

    public long OfPattern(int label, int type, bool outgoing) => byPattern.GetValueOrDefault((label, type, outgoing));

    public void AddLabel(int label, long by) => SlotOf(ref byLabel, label) += by;

    public void AddRelationship(int type, long by)
    {
        Relationships += by;
        SlotOf(ref byType, type) += by;
    }

    public void AddPattern(int label, int type, bool outgoing, long by)
    {
        if (by != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(byPattern, (label, type, outgoing), out _) += by;
        }
    }

    private static ref long SlotOf(ref long[] counts, int token)
    {
        if (token >= counts.Length)
        {
            Array.Resize(ref counts, token + 1);
        }

        return ref counts[token];
    }
}
