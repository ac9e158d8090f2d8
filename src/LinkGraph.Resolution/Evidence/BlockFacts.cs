using LinkGraph.Model.Evidence;

namespace LinkGraph.Resolution.Evidence;

/// <summary>The blocks that addresses lie in, as a facet of their own: who used a block is the union of who used its addresses.</summary>
/// <param name="Facet">Blocks and the accounts in them.</param>
/// <param name="BlockOfAddress">By address, through all facets of addresses in their order.</param>
/// <param name="RegionOfAddress">As <paramref name="BlockOfAddress"/>; the same for IPv4.</param>
internal sealed record BlockFacts(Facet Facet, int[] BlockOfAddress, int[] RegionOfAddress)
{
    private static readonly FacetDefinition Definition = new("block", Family.Network, Role.Confirms);

    public static BlockFacts Derive(IReadOnlyList<Facet> addressFacets, int accounts)
    {
        var numbers = new Dictionary<UInt128, int>();
        var names = new List<string>();
        var count = addressFacets.Sum(f => f.Facts.Length);
        var (block, region) = (new int[count], new int[count]);
        var at = 0;
        foreach (var facet in addressFacets)
        {
            foreach (var key in facet.Facts)
            {
                var found = AddressBlock.Of(key);
                block[at] = found is { } b ? NumberOf(b.Block, b.BlockName) : NumberOf(new UInt128(0, (ulong)at), key);
                region[at] = found is { } r ? NumberOf(r.Region, r.RegionName) : block[at];
                at++;
            }
        }

        var rank = Rank(names);
        block = Array.ConvertAll(block, b => rank[b]);
        region = Array.ConvertAll(region, b => rank[b]);
        var sorted = new string[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            sorted[rank[i]] = names[i];
        }

        return new(Union(addressFacets, accounts, sorted, block, region), block, region);

        int NumberOf(UInt128 key, string name)
        {
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = names.Count);
                names.Add(name);
            }

            return number;
        }
    }

    private static int[] Rank(List<string> names)
    {
        var order = new int[names.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var keys = names.ToArray();
        Array.Sort(keys, order, StringComparer.Ordinal);
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        return rank;
    }

    private static Facet Union(IReadOnlyList<Facet> addressFacets, int accounts, string[] names, int[] block, int[] region)
    {
        var members = Members(names.Length, block, region);
        var (facetOf, factOf) = Locate(addressFacets, block.Length);
        var weight = new float[accounts];
        var (offsets, users, weights, touched) = (new int[names.Length + 1], new List<int>(), new List<float>(), new List<int>());
        for (var b = 0; b < names.Length; b++)
        {
            touched.Clear();
            foreach (var address in members.Of(b))
            {
                var (facet, fact) = (addressFacets[facetOf[address]], factOf[address]);
                for (var i = facet.Offsets[fact]; i < facet.Offsets[fact + 1]; i++)
                {
                    var account = facet.Accounts[i];
                    if (weight[account] == 0)
                    {
                        touched.Add(account);
                    }

                    weight[account] += facet.Weights[i];
                }
            }

            touched.Sort();
            foreach (var account in touched)
            {
                users.Add(account);
                weights.Add(weight[account]);
                weight[account] = 0;
            }

            offsets[b + 1] = users.Count;
        }

        return new Facet(Definition, names, offsets, [.. users], [.. weights]);
    }

    private static Rows Members(int blocks, int[] block, int[] region)
    {
        var pairs = new List<(int, int)>(block.Length);
        for (var i = 0; i < block.Length; i++)
        {
            pairs.Add((block[i], i));
            if (region[i] != block[i])
            {
                pairs.Add((region[i], i));
            }
        }

        return Rows.Of(blocks, pairs);
    }

    private static (int[] Facet, int[] Fact) Locate(IReadOnlyList<Facet> facets, int count)
    {
        var (facetOf, factOf, at) = (new int[count], new int[count], 0);
        for (var i = 0; i < facets.Count; i++)
        {
            for (var f = 0; f < facets[i].Facts.Length; f++)
            {
                facetOf[at] = i;
                factOf[at++] = f;
            }
        }

        return (facetOf, factOf);
    }
}
