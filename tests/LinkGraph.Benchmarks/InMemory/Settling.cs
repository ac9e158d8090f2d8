using System.Net;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Prompts.Templates;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Benchmarks.InMemory;

/// <summary>Settles a graph that holds no templates and no exits yet.</summary>
internal static class Settling
{
    public static async Task RunAsync(InMemoryGraph graph, PromptSpool spool, CancellationToken cancellationToken)
    {
        var found = TemplateFinder.Find(spool.Read(), cancellationToken: cancellationToken);
        var sent = new List<SentRow>();
        var totals = new List<PromptTotalsRow>();
        for (int a = 0; a < found.Accounts.Length; a++)
        {
            totals.Add(new PromptTotalsRow(found.Accounts[a], found.Prompts[a], found.OwnPrompts[a]));
            for (int u = found.UseOffsets[a]; u < found.UseOffsets[a + 1]; u++)
                sent.Add(new SentRow(found.Accounts[a], found.TemplateId(found.UseTemplate[u]), found.UseCount[u], default));
        }
        await graph.WriteSentAsync(new SentChanges(sent, [], totals), cancellationToken);
        var networks = new List<(IPNetwork Network, NetworkRow Row)>();
        await foreach (var row in graph.ReadNetworksAsync(cancellationToken))
            networks.Add((row.Network.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(row.Network) : new IPNetwork(IPAddress.Parse(row.Network), row.Network.Contains(':', StringComparison.Ordinal) ? 128 : 32), row));
        var byPrefix = networks.GroupBy(n => n.Network.PrefixLength).OrderByDescending(g => g.Key).Select(g => (g.Key, g.ToDictionary(n => n.Network.BaseAddress, n => n.Row))).ToList();
        var exits = new List<ExitRow>();
        await foreach (var exit in graph.ReadExitsAsync(cancellationToken))
        {
            if (!IPAddress.TryParse(exit.Address, out var address))
                continue;
            foreach (var (length, rows) in byPrefix)
            {
                if (rows.TryGetValue(Base(address, length), out var row))
                {
                    exits.Add(new ExitRow(exit.Address, row.ProxyId, row.Confidence));
                    break;
                }
            }
        }
        await graph.WriteExitsAsync(exits, cancellationToken);
    }

    private static IPAddress Base(IPAddress address, int length)
    {
        byte[] bytes = address.GetAddressBytes();
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] &= (byte)(0xFF00 >> Math.Clamp(length - (8 * i), 0, 8));
        return new IPAddress(bytes);
    }
}
