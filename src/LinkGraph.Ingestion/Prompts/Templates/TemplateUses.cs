namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>Counts, by account, the exchanges that show each template which two accounts or more show, and those that show none.</summary>
internal static class TemplateUses
{
    public static TemplateOutcome Count(
        SharedAnchors anchors, ExchangeTable exchanges, int[] templateOf, ExchangeTemplates shown, CancellationToken cancellationToken)
    {
        bool[] isShared = FindShared(anchors.Count, exchanges, shown);
        cancellationToken.ThrowIfCancellationRequested();
        (uint[] templates, int[] indexOf) = Number(anchors, templateOf, isShared);

        int[] prompts = new int[exchanges.Accounts.Length];
        int[] own = new int[exchanges.Accounts.Length];
        List<ulong> pairs = [];
        List<int> exchangeOf = [];
        for (int e = 0; e < exchanges.Count; e++)
        {
            int account = exchanges.AccountOf[e];
            int before = pairs.Count;
            foreach (int template in shown.Of(e))
            {
                if (isShared[template])
                {
                    pairs.Add(((ulong)account << 32) | (uint)indexOf[template]);
                    exchangeOf.Add(e);
                }
            }
            prompts[account]++;
            own[account] += pairs.Count == before ? 1 : 0;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return Group(exchanges, prompts, own, templates, [.. pairs], exchangeOf);
    }

    private static bool[] FindShared(int count, ExchangeTable exchanges, ExchangeTemplates shown)
    {
        bool[] isShared = new bool[count];
        int[] firstUser = new int[count];
        Array.Fill(firstUser, -1);
        for (int e = 0; e < exchanges.Count; e++)
        {
            foreach (int template in shown.Of(e))
            {
                if (firstUser[template] < 0)
                {
                    firstUser[template] = exchanges.AccountOf[e];
                }
                isShared[template] |= firstUser[template] != exchanges.AccountOf[e];
            }
        }
        return isShared;
    }

    /// <summary>The shared templates by their smallest anchors, ascending, and the place of each.</summary>
    private static (uint[] Templates, int[] IndexOf) Number(SharedAnchors anchors, int[] templateOf, bool[] isShared)
    {
        List<uint> templates = [];
        int[] indexOf = new int[anchors.Count];
        bool[] isNumbered = new bool[anchors.Count];
        for (int x = 0; x < anchors.Count; x++)
        {
            int template = templateOf[x];
            if (isShared[template] && !isNumbered[template])
            {
                isNumbered[template] = true;
                indexOf[template] = templates.Count;
                templates.Add(anchors.Hashes[x]);
            }
        }
        return ([.. templates], indexOf);
    }

    private static TemplateOutcome Group(
        ExchangeTable exchanges, int[] prompts, int[] own, uint[] templates, ulong[] pairs, List<int> exchangeOf)
    {
        int[] order = RadixSort.Order(pairs);
        int[] offsets = new int[exchanges.Accounts.Length + 1];
        List<int> uses = [];
        List<int> counts = [];
        List<long> first = [];
        List<long> last = [];
        for (int i = 0; i < pairs.Length; i++)
        {
            long at = exchanges.At[exchangeOf[order[i]]];
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                uses.Add((int)(uint)pairs[i]);
                counts.Add(0);
                first.Add(at);
                last.Add(at);
                offsets[(int)(pairs[i] >> 32) + 1]++;
            }
            counts[^1]++;
            first[^1] = Math.Min(first[^1], at);
            last[^1] = Math.Max(last[^1], at);
        }
        for (int a = 0; a < exchanges.Accounts.Length; a++)
        {
            offsets[a + 1] += offsets[a];
        }
        return new TemplateOutcome(
            exchanges.Accounts, prompts, own, templates, offsets, [.. uses], [.. counts], [.. first], [.. last]);
    }
}
