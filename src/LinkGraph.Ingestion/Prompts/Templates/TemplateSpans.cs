using System.Buffers;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>A template in an exchange: how many of its anchors are shown, and between which words.</summary>
internal readonly record struct TemplateSpan(int Template, ushort Anchors, ushort First, ushort Last) : IComparable<TemplateSpan>
{
    /// <summary>Most anchors last; ties by template.</summary>
    public int CompareTo(TemplateSpan other) => Anchors != other.Anchors ? Anchors.CompareTo(other.Anchors) : Template.CompareTo(other.Template);
}

/// <summary>Which templates each exchange shows anchors of, given the template of each anchor.</summary>
internal sealed class TemplateSpans
{
    private const int ChunkBits = 14;

    private readonly Chunk[] _chunks;

    private TemplateSpans(Chunk[] chunks) => _chunks = chunks;

    public ReadOnlySpan<TemplateSpan> Of(int exchange)
    {
        Chunk chunk = _chunks[exchange >> ChunkBits];
        int i = exchange & ((1 << ChunkBits) - 1);
        return chunk.Spans.AsSpan(chunk.Offsets[i]..chunk.Offsets[i + 1]);
    }

    public static TemplateSpans Make(ExchangeTable exchanges, int[] templateOf, CancellationToken cancellationToken)
    {
        Chunk[] chunks = new Chunk[(exchanges.Count >> ChunkBits) + 1];
        Ranges.ForEach(exchanges.Count, 1 << ChunkBits, (from, to) =>
            chunks[from >> ChunkBits] = MakeChunk(exchanges, templateOf, from, to), cancellationToken);
        return new TemplateSpans(chunks);
    }

    private static Chunk MakeChunk(ExchangeTable exchanges, int[] templateOf, int from, int to)
    {
        TemplateSpan[] spans = ArrayPool<TemplateSpan>.Shared.Rent(exchanges.Offsets[to] - exchanges.Offsets[from]);
        int[] offsets = new int[to - from + 1];
        int next = 0;
        for (int e = from; e < to; e++)
        {
            int first = next;
            for (int i = exchanges.Offsets[e]; i < exchanges.Offsets[e + 1]; i++)
            {
                int template = templateOf[(int)exchanges.Shown[i]];
                ushort position = exchanges.Position[i];
                int s = first;
                while (s < next && spans[s].Template != template)
                {
                    s++;
                }
                if (s == next)
                {
                    spans[next++] = new TemplateSpan(template, 1, position, position);
                }
                else
                {
                    TemplateSpan span = spans[s];
                    spans[s] = new TemplateSpan(
                        template, (ushort)(span.Anchors + 1), Math.Min(span.First, position), Math.Max(span.Last, position));
                }
            }
            offsets[e - from + 1] = next;
        }
        Chunk chunk = new(offsets, spans[..next]);
        ArrayPool<TemplateSpan>.Shared.Return(spans);
        return chunk;
    }

    private sealed record Chunk(int[] Offsets, TemplateSpan[] Spans);
}
