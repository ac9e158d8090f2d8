using System.Globalization;
using System.Text;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Output;

/// <summary>Writes the records that belong to no account: models and proxies.</summary>
internal static class ContextWriter
{
    public static int WriteModels(World world, Utf8Buffer into)
    {
        foreach (var (id, releasedAt) in world.Society.Models.Models)
        {
            into.Append($"{{\"id\":\"{id}\",\"released_at\":\"");
            into.AppendTime(releasedAt);
            into.Append("\"}\n"u8);
        }
        return world.Society.Models.Models.Count;
    }

    /// <summary>Writes what an intelligence feed knows of proxies, in no telling order, each network once.</summary>
    public static int WriteProxies(World world, bool half, Utf8Buffer into)
    {
        var rng = Rng.For(world.Society.Seed, "proxies");
        var seen = new HashSet<uint>();
        var lines = new List<(uint Network, bool Block, ProxyNetwork Proxy)>();
        foreach (var proxy in (IEnumerable<ProxyNetwork>)[.. world.Society.Vpns, .. world.Resale])
            List(proxy, proxy.Exits, block: false);
        if (world.Society.DayExits?.Network is { } byDay)
            List(byDay, byDay.Exits, block: false);
        foreach (var operation in world.Operations)
        {
            var exits = operation.OwnExits.Exits;
            if (operation.Style.OwnBlocks)
                List(operation.OwnExits, [.. exits.Select(e => e & 0xFFFFFF00).Distinct()], block: true);
            else
                List(operation.OwnExits, exits, block: false);
        }
        var order = lines.ToArray();
        rng.Shuffle(order);
        foreach (var (network, block, proxy) in order)
            Write(network, block, proxy, into);
        return order.Length;

        void List(ProxyNetwork proxy, uint[] networks, bool block)
        {
            foreach (var network in networks)
            {
                var listed = rng.Chance(half ? proxy.Listed / 2 : proxy.Listed);
                if (listed && seen.Add(network))
                    lines.Add((network, block, proxy));
            }
        }
    }

    private static void Write(uint network, bool block, ProxyNetwork proxy, Utf8Buffer into)
    {
        into.Append("{\"network\":\""u8);
        into.AppendAddress(network);
        if (block)
            into.Append("/24"u8);
        into.Append($"\",\"proxy_id\":\"{proxy.Id}\",\"kind\":\"{proxy.Kind}\",\"confidence\":");
        into.Append(Encoding.ASCII.GetBytes(proxy.Confidence.ToString(CultureInfo.InvariantCulture)));
        into.Append("}\n"u8);
    }
}
