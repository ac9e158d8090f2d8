namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// Finds the templates in all prompts seen so far, from their sketches. The outcome is a function of the exchanges: accounts are numbered
/// by their sorted ids and exchanges ordered by what they are, so that neither the order of the input nor its cut into batches matters.
/// At 4.7 million exchanges with 8 anchors each the process takes about 1.5 GB.
/// </summary>
public static class TemplateFinder
{
    /// <summary>Finds the templates.</summary>
    /// <param name="sketches">All sketches; read twice, by several threads.</param>
    /// <param name="progress">Told about each step, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two pieces of work, within a fraction of a second.</param>
    /// <exception cref="InvalidDataException">A batch is damaged.</exception>
    public static TemplateOutcome Find(ISketchReader sketches, IProgress<TemplateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sketches);
        void Report(string step, double share) => progress?.Report(new TemplateProgress(step, share));

        ExchangeTable exchanges = ExchangeReader.Read(
            sketches, (step, done) => Report(step, (step == "reading accounts" ? 0 : 0.2) + (0.2 * done)), cancellationToken);
        GiveBackMemory(exchanges);
        Report("counting shared anchors", 0.45);
        (SharedAnchors anchors, exchanges) = SharedAnchors.Find(exchanges, cancellationToken);
        Report("merging anchors", 0.6);
        int[] templateOf = AnchorMerge.Run(anchors, exchanges.Accounts.Length, cancellationToken);
        GiveBackMemory(exchanges);
        Report("moving slots", 0.7);
        TemplateSpans spans = new(exchanges);
        templateOf = SlotMoves.Run(anchors, exchanges, spans, templateOf, cancellationToken);
        Report("choosing templates", 0.9);
        ExchangeTemplates shown = ExchangeTemplates.Choose(anchors, exchanges, spans, templateOf, cancellationToken);
        Report("counting uses", 0.95);
        TemplateOutcome outcome = TemplateUses.Count(anchors, exchanges, templateOf, shown, cancellationToken);
        Report("done", 1);
        return outcome;
    }

    // Reading and counting leave more behind than they keep, in large arrays, which the collector by itself would let lie while the
    // next steps allocate as much again.
    private static void GiveBackMemory(ExchangeTable exchanges)
    {
        const int Many = 1 << 20;
        if (exchanges.Count > Many)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
