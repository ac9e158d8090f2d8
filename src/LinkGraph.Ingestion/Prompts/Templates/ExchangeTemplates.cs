namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// Which templates an exchange shows: the one with most anchors, then others that do not overlap with those before. Three anchors are
/// enough. One or two count only for the first, if they are two or more than a quarter of the prompt, in a prompt about as long as those
/// are that the template is usually the most of. (Three, two and a quarter go with the rate at which anchors are kept.)
/// </summary>
internal sealed class ExchangeTemplates
{
    private const int Enough = 3;
    private const int EnoughIfShort = 2;
    private const int PartOfShort = 4;
    private const int LengthFactor = 2;
    private const int Range = 1 << 14;

    private readonly int[][] _templates;
    private readonly int[][] _offsets;

    private ExchangeTemplates(int ranges)
    {
        _templates = new int[ranges][];
        _offsets = new int[ranges][];
    }

    /// <summary>The templates of an exchange.</summary>
    public ReadOnlySpan<int> Of(int exchange)
    {
        int[] offsets = _offsets[exchange / Range];
        return _templates[exchange / Range].AsSpan(offsets[exchange % Range]..offsets[(exchange % Range) + 1]);
    }

    public static ExchangeTemplates Choose(
        SharedAnchors anchors, ExchangeTable exchanges, TemplateSpans spans, int[] templateOf, CancellationToken cancellationToken)
    {
        spans.Fill(templateOf, cancellationToken);
        double[] lengths = UsualLengths(exchanges, spans, anchors.Count, cancellationToken);
        ExchangeTemplates chosen = new((exchanges.Count / Range) + 1);
        Ranges.ForEach(exchanges.Count, Range, (from, to) =>
        {
            List<int> templates = [];
            int[] offsets = new int[to - from + 1];
            TemplateSpan[] sorted = new TemplateSpan[PromptSketcher.MaxAnchors];
            for (int e = from; e < to; e++)
            {
                Choose(spans.Of(e), exchanges.AnchorCount[e], lengths, sorted, templates);
                offsets[e - from + 1] = templates.Count;
            }
            chosen._templates[from / Range] = [.. templates];
            chosen._offsets[from / Range] = offsets;
        }, cancellationToken);
        return chosen;
    }

    /// <summary>By template: anchors in the prompts that it is most of, the more the more of its anchors they show.</summary>
    private static double[] UsualLengths(ExchangeTable exchanges, TemplateSpans spans, int count, CancellationToken cancellationToken)
    {
        // Whole numbers, so that the order of summation does not matter.
        long[] sums = new long[count];
        long[] weights = new long[count];
        Ranges.ForEach(exchanges.Count, Range, (from, to) =>
        {
            for (int e = from; e < to; e++)
            {
                TemplateSpan best = default;
                foreach (TemplateSpan span in spans.Of(e))
                {
                    best = span.CompareTo(best) > 0 ? span : best;
                }
                if (best.Anchors > 0)
                {
                    long weight = (long)best.Anchors * best.Anchors;
                    Interlocked.Add(ref sums[best.Template], weight * exchanges.AnchorCount[e]);
                    Interlocked.Add(ref weights[best.Template], weight);
                }
            }
        }, cancellationToken);
        double[] lengths = new double[count];
        for (int t = 0; t < count; t++)
        {
            lengths[t] = (double)sums[t] / Math.Max(1, weights[t]);
        }
        return lengths;
    }

    private static void Choose(ReadOnlySpan<TemplateSpan> spans, int anchorCount, double[] lengths, TemplateSpan[] scratch, List<int> templates)
    {
        Span<TemplateSpan> sorted = scratch.AsSpan(0, spans.Length);
        spans.CopyTo(sorted);
        sorted.Sort();
        int kept = 0;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            TemplateSpan span = sorted[i];
            bool isFirst = i == sorted.Length - 1;
            if (span.Anchors < Enough && !(isFirst && IsShort(span, anchorCount, lengths[span.Template])))
            {
                // Those that follow have no more anchors.
                break;
            }
            bool overlaps = false;
            for (int k = sorted.Length - kept; k < sorted.Length; k++)
            {
                overlaps |= span.First <= sorted[k].Last && sorted[k].First <= span.Last;
            }
            if (!overlaps)
            {
                // The places from the end hold what was chosen; the loop has read them already.
                kept++;
                sorted[^kept] = span;
                templates.Add(span.Template);
            }
        }
    }

    private static bool IsShort(TemplateSpan span, int anchorCount, double usual) =>
        (span.Anchors >= EnoughIfShort || span.Anchors * PartOfShort > anchorCount)
        && anchorCount * LengthFactor >= usual && anchorCount <= usual * LengthFactor;
}
