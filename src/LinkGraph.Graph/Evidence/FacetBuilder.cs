using LinkGraph.Model.Evidence;

namespace LinkGraph.Graph.Evidence;

/// <summary>
/// Collects the facts of one facet as they arrive and puts them into compressed rows that do not depend on the order of arrival: facts
/// ordinally, accounts ascending, what came twice added up.
/// </summary>
internal sealed class FacetBuilder(FacetDefinition definition)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _facts = [];
    private readonly List<(int Fact, int Account, float Weight)> _members = [];

    public int FactCount => _facts.Count;

    public long MemberCount => _members.Count;

    public void Add(string fact, int account, double weight)
    {
        if (!_numbers.TryGetValue(fact, out var number))
        {
            number = _facts.Count;
            _numbers.Add(fact, number);
            _facts.Add(fact);
        }
        _members.Add((number, account, (float)Math.Max(1, weight)));
    }

    public Facet Build()
    {
        var facts = _facts.ToArray();
        var arrival = new int[facts.Length];
        for (var i = 0; i < arrival.Length; i++)
            arrival[i] = i;
        Array.Sort(facts, arrival, StringComparer.Ordinal);
        var rank = new int[facts.Length];
        for (var i = 0; i < arrival.Length; i++)
            rank[arrival[i]] = i;
        var order = new long[_members.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)rank[_members[i].Fact] << 32) | (uint)_members[i].Account;
        var weights = _members.Select(member => member.Weight).ToArray();
        Array.Sort(order, weights);
        return Compress(facts, order, weights);
    }

    private Facet Compress(string[] facts, long[] order, float[] weights)
    {
        var offsets = new int[facts.Length + 1];
        var accounts = new int[order.Length];
        var sums = new float[order.Length];
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var isRepeated = i > 0 && order[i] == order[i - 1];
            if (!isRepeated)
            {
                accounts[count] = (int)(uint)order[i];
                count++;
                offsets[(int)(order[i] >> 32) + 1]++;
            }
            sums[count - 1] += weights[i];
        }
        for (var fact = 0; fact < facts.Length; fact++)
            offsets[fact + 1] += offsets[fact];
        Array.Resize(ref accounts, count);
        Array.Resize(ref sums, count);
        return new Facet(definition, facts, offsets, accounts, sums);
    }
}
