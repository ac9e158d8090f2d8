using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>Batches in memory.</summary>
internal sealed class ListReader(IReadOnlyList<SketchBatch> batches) : ISketchReader
{
    public int BatchCount => batches.Count;

    public long AnchorBound => batches.Sum(b => (long)b.Anchors.Length);

    public SketchBatch ReadBatch(int index) => batches[index];
}
