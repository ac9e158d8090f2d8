namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>A template in an exchange: how many of its anchors are shown, and between which words.</summary>
internal readonly record struct TemplateSpan(int Template, ushort Anchors, ushort First, ushort Last) : IComparable<TemplateSpan>
{
    /// <summary>Most anchors last; ties by template.</summary>
    public int CompareTo(TemplateSpan other) => Anchors != other.Anchors ? Anchors.CompareTo(other.Anchors) : Template.CompareTo(other.Template);
}

/// <summary>
/// Which templates each exchange shows anchors of, given the template of each anchor. Made once and filled anew whenever anchors have
/// moved: it is the largest piece of memory there is.
/// </summary>
internal sealed class TemplateSpans(ExchangeTable exchanges)
{
    // An exchange cannot show more templates than anchors, so that its spans have room where its anchors are.
    private readonly TemplateSpan[] _spans = new TemplateSpan[exchanges.Offsets[exchanges.Count]];
    private readonly ushort[] _counts = new ushort[exchanges.Count];

    public ReadOnlySpan<TemplateSpan> Of(int exchange) => _spans.AsSpan(exchanges.Offsets[exchange], _counts[exchange]);

    public void Fill(int[] templateOf, CancellationToken cancellationToken) =>
        Ranges.ForEach(
            exchanges.Count,
            1 << 14,
            (from, to) =>
            {
                for (int e = from; e < to; e++)
                {
                    Fill(e, templateOf);
                }
            },
            cancellationToken);

    private void Fill(int exchange, int[] templateOf)
    {
        int first = exchanges.Offsets[exchange];
        int next = first;
        for (int i = first; i < exchanges.Offsets[exchange + 1]; i++)
        {
            int template = templateOf[(int)exchanges.Shown[i]];
            ushort position = exchanges.Position[i];
            int s = first;
            while (s < next && _spans[s].Template != template)
            {
                s++;
            }
            if (s == next)
            {
                _spans[next++] = new TemplateSpan(template, 1, position, position);
            }
            else
            {
                TemplateSpan span = _spans[s];
                _spans[s] = new TemplateSpan(
                    template, (ushort)(span.Anchors + 1), Math.Min(span.First, position), Math.Max(span.Last, position));
            }
        }
        _counts[exchange] = (ushort)(next - first);
    }
}
