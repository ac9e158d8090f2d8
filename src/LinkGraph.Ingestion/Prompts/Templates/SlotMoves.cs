using System.Runtime.InteropServices;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// An anchor that in its exchanges stands between words of a larger template, and sees more anchors of that one than of its own, is a
/// filled slot of it or an edit: it moves there. What stands beside the larger template, as a task behind a client's system prompt does,
/// stays a template of its own.
/// </summary>
internal static class SlotMoves
{
    /// <summary>A second round lets those follow whose own template has moved in the first.</summary>
    private const int Rounds = 2;

    /// <summary>By anchor: the template after the moves.</summary>
    public static int[] Run(
        SharedAnchors anchors, ExchangeTable exchanges, TemplateSpans spans, int[] templateOf, CancellationToken cancellationToken)
    {
        AnchorSamples samples = AnchorSamples.Take(exchanges, anchors.Count);
        for (int round = 0; round < Rounds; round++)
        {
            spans.Fill(templateOf, cancellationToken);
            int[] sizes = Sizes(anchors, templateOf);
            int[] before = templateOf;
            int[] next = (int[])templateOf.Clone();
            Ranges.ForEach(anchors.Count, 1 << 13, (from, to) =>
            {
                List<(int Template, int Anchors)> around = [];
                for (int x = from; x < to; x++)
                {
                    next[x] = Better(x, samples, spans, before[x], sizes, around);
                }
            }, cancellationToken);
            templateOf = next;
        }
        return templateOf;
    }

    /// <summary>By template: the accounts of its most widespread anchor.</summary>
    private static int[] Sizes(SharedAnchors anchors, int[] templateOf)
    {
        int[] sizes = new int[anchors.Count];
        for (int x = 0; x < anchors.Count; x++)
        {
            ref int size = ref sizes[templateOf[x]];
            size = Math.Max(size, anchors.Size(x));
        }
        return sizes;
    }

    private static int Better(int anchor, AnchorSamples samples, TemplateSpans spans, int own, int[] sizes, List<(int Template, int Anchors)> around)
    {
        around.Clear();
        int ofOwn = 0;
        for (int i = samples.Offsets[anchor]; i < samples.Offsets[anchor + 1]; i++)
        {
            ushort position = samples.Position[i];
            foreach (TemplateSpan span in spans.Of(samples.Exchange[i]))
            {
                if (span.Template == own)
                {
                    ofOwn += span.Anchors - 1;
                }
                else if (span.First < position && position < span.Last && sizes[span.Template] > sizes[own])
                {
                    Add(around, span.Template, span.Anchors);
                }
            }
        }
        (int Sum, int Size, int Template) best = (0, 0, 0);
        foreach ((int template, int sum) in around)
        {
            best = best.CompareTo((sum, sizes[template], template)) < 0 ? (sum, sizes[template], template) : best;
        }
        return best.Sum > ofOwn + 1 ? best.Template : own;
    }

    private static void Add(List<(int Template, int Anchors)> around, int template, int anchors)
    {
        foreach (ref (int Template, int Anchors) entry in CollectionsMarshal.AsSpan(around))
        {
            if (entry.Template == template)
            {
                entry.Anchors += anchors;
                return;
            }
        }
        around.Add((template, anchors));
    }
}
