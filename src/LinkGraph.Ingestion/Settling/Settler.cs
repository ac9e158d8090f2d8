using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Prompts.Templates;
using LinkGraph.Model.Ingest;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Ingestion.Settling;

/// <summary>
/// Makes what the graph derives from all records together equal to what they say: which templates each account sent, and which proxy each
/// address is an exit of. Only differences are written, in batches that are each safe to repeat, so that it may be killed anywhere and
/// run again; a second run writes nothing.
/// </summary>
public sealed partial class Settler(IGraphStore store, ILogger<Settler> logger)
{
    private const int BatchSize = 5_000;

    /// <summary>Finds the templates anew, then settles them and the exits.</summary>
    /// <param name="sketches">All prompts that the graph has acknowledged.</param>
    /// <param name="progress">Of the search for templates; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async Task<SettlingSummary> SettleAsync(
        ISketchReader sketches, IProgress<TemplateProgress>? progress, CancellationToken cancellationToken)
    {
        TemplateOutcome outcome = await Task.Run(() => TemplateFinder.Find(sketches, progress, cancellationToken), cancellationToken);
        SettlingSummary templates = await SettleTemplatesAsync(outcome, cancellationToken);
        SettlingSummary exits = await SettleExitsAsync(cancellationToken);
        return templates with { ExitsWritten = exits.ExitsWritten, UnreadableNetworks = exits.UnreadableNetworks };
    }

    /// <summary>Makes SENT and the prompt totals of accounts equal to an outcome.</summary>
    public async Task<SettlingSummary> SettleTemplatesAsync(TemplateOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        SentDifference difference = new(outcome);
        await foreach (SentRow row in store.ReadSentAsync(cancellationToken))
        {
            difference.See(row);
        }
        await foreach (PromptTotalsRow row in store.ReadPromptTotalsAsync(cancellationToken))
        {
            difference.See(row);
        }
        int written = 0, removed = 0, totals = 0;
        foreach (SentChanges changes in difference.Batches(BatchSize))
        {
            await store.WriteSentAsync(changes, cancellationToken);
            written += changes.Set.Count;
            removed += changes.Removed.Count;
            totals += changes.Totals.Count;
        }
        TemplatesSettled(outcome.Templates.Length, written, removed, totals);
        return new SettlingSummary(outcome.Templates.Length, written, removed, totals, 0, 0);
    }

    /// <summary>Makes EXIT_OF of all addresses equal to what the proxy networks say.</summary>
    public async Task<SettlingSummary> SettleExitsAsync(CancellationToken cancellationToken)
    {
        PrefixTable table = new();
        int unreadable = 0;
        await foreach (NetworkRow network in store.ReadNetworksAsync(cancellationToken))
        {
            unreadable += table.Add(network.Network, new ProxyExit(network.ProxyId, network.Confidence)) ? 0 : 1;
        }
        // By address: a graph that holds an address under two proxies shows it twice, and one correction is enough.
        SortedDictionary<string, ExitRow> changes = new(StringComparer.Ordinal);
        await foreach (ExitRow present in store.ReadExitsAsync(cancellationToken))
        {
            ProxyExit? wanted = table.Find(present.Address);
            ExitRow row = new(present.Address, wanted?.ProxyId, wanted?.Confidence);
            if (row != present)
            {
                changes[row.Address] = row;
            }
        }
        foreach (ExitRow[] piece in changes.Values.Chunk(BatchSize))
        {
            await store.WriteExitsAsync(piece, cancellationToken);
        }
        if (unreadable > 0)
        {
            NetworksUnreadable(unreadable);
        }
        ExitsSettled(changes.Count);
        return new SettlingSummary(0, 0, 0, 0, changes.Count, unreadable);
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "{Templates} templates; uses written {Written}, removed {Removed}; totals of {Totals} accounts corrected")]
    private partial void TemplatesSettled(int templates, int written, int removed, int totals);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Information, Message = "Proxies of {Addresses} addresses corrected")]
    private partial void ExitsSettled(int addresses);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "{Networks} proxy networks in the graph are neither address nor prefix and were left out")]
    private partial void NetworksUnreadable(int networks);
}
