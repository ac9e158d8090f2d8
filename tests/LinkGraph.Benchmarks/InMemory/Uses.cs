using System.Runtime.InteropServices;
using LinkGraph.Model.Evidence;

namespace LinkGraph.Benchmarks.InMemory;

/// <summary>Counted relationships of one type: from accounts to facts.</summary>
internal sealed class Uses
{
    private readonly Numbering _facts = new();
    private readonly Dictionary<long, float> _counts = [];

    public void Add(int account, string fact, float count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, Pair(account, _facts.Of(fact)), out _) += count;

    public void Set(int account, string fact, float count) => _counts[Pair(account, _facts.Of(fact))] = count;

    public void Remove(int account, string fact) => _counts.Remove(Pair(account, _facts.Of(fact)));

    public IReadOnlyList<string> Facts => _facts.Keys;

    public IEnumerable<(int Account, string Fact, float Count)> All =>
        _counts.Select(c => ((int)(c.Key >> 32), _facts.Keys[(int)c.Key], c.Value));

    /// <summary>The evidence that these relationships give.</summary>
    /// <param name="definition">What it is evidence of.</param>
    /// <param name="rank">By account number, its index in the evidence.</param>
    public Facet ToFacet(FacetDefinition definition, int[] rank)
    {
        var used = new int[_facts.Keys.Count];
        foreach (long pair in _counts.Keys)
            used[(int)pair]++;
        int[] order = [.. Enumerable.Range(0, used.Length).Where(f => used[f] > 0).OrderBy(f => _facts.Keys[f], StringComparer.Ordinal)];
        var offsets = new int[order.Length + 1];
        var row = new int[used.Length];
        for (int i = 0; i < order.Length; i++)
        {
            offsets[i + 1] = offsets[i] + used[order[i]];
            row[order[i]] = i;
        }
        var (accounts, weights, next) = (new int[_counts.Count], new float[_counts.Count], offsets[..^1]);
        foreach (var (pair, count) in _counts)
        {
            int at = next[row[(int)pair]]++;
            (accounts[at], weights[at]) = (rank[(int)(pair >> 32)], count);
        }
        for (int i = 0; i < order.Length; i++)
            Array.Sort(accounts, weights, offsets[i], offsets[i + 1] - offsets[i]);
        return new Facet(definition, [.. order.Select(f => _facts.Keys[f])], offsets, accounts, weights);
    }

    private static long Pair(int account, int fact) => ((long)account << 32) | (uint)fact;
}
