using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>A spool in memory; <see cref="Dump"/> tells what exchanges it holds, whatever their order.</summary>
internal sealed class MemorySpool : IPromptSpool
{
    private readonly SortedDictionary<(string Source, long Seq), SketchBatch> _frames = [];

    public IReadOnlyDictionary<(string Source, long Seq), SketchBatch> Frames => _frames;

    public void Append(string source, long seq, SketchBatch sketches) => _frames.Add((source, seq), sketches);

    public long? LastSeq(string source) => _frames.Keys.Where(key => key.Source == source).Select(key => (long?)key.Seq).Max();

    public void DropAfter(string source, long seq)
    {
        foreach ((string Source, long Seq) key in _frames.Keys.Where(key => key.Source == source && key.Seq > seq).ToArray())
        {
            _frames.Remove(key);
        }
    }

    public void Clear() => _frames.Clear();

    public string Dump()
    {
        List<string> exchanges = [];
        foreach (SketchBatch batch in _frames.Values)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                string anchors = string.Join(' ', batch.Anchors[batch.AnchorOffsets[i]..batch.AnchorOffsets[i + 1]].Select(a => $"{a.Hash:x8}@{a.Position}"));
                exchanges.Add($"{batch.Accounts[batch.AccountOf[i]]} {batch.AtUnixSeconds[i]} {anchors}");
            }
        }
        exchanges.Sort(StringComparer.Ordinal);
        return string.Join('\n', exchanges);
    }
}
