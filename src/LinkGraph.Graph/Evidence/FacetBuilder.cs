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
    private readonly List<int> _sizes = [];
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
            _sizes.Add(0);
        }
        _sizes[number]++;
        _members.Add((number, account, (float)Math.Max(1, weight)));
    }

    public Facet Build()
    {
        var facts = _facts.ToArray();
        var arrival = new int[facts.Length];
        for (var i = 0; i < arrival.Length; i++)
            arrival[i] = i;
        Array.Sort(facts, arrival, StringComparer.Ordinal);
        var starts = Starts(arrival);
        var (accounts, weights) = InPlace(starts);
        var (offsets, count) = (new int[facts.Length + 1], 0);
        for (var fact = 0; fact < facts.Length; fact++)
        {
            var (start, end) = (starts[arrival[fact]], starts[arrival[fact]] + _sizes[arrival[fact]]);
            Array.Sort(accounts, weights, start, end - start);
            offsets[fact] = count;
            for (var i = start; i < end; i++)
            {
                if (i > start && accounts[i] == accounts[i - 1])
                {
                    weights[count - 1] += weights[i];
                    continue;
                }
                (accounts[count], weights[count]) = (accounts[i], weights[i]);
                count++;
            }
        }
        offsets[^1] = count;
        Array.Resize(ref accounts, count);
        Array.Resize(ref weights, count);
        return new Facet(definition, facts, offsets, accounts, weights);
    }

    /// <summary>By fact as it arrived: where its members begin when facts are in order.</summary>
    private int[] Starts(int[] order)
    {
        var (starts, next) = (new int[order.Length], 0);
        foreach (var fact in order)
        {
            starts[fact] = next;
            next += _sizes[fact];
        }
        return starts;
    }

    private (int[] Accounts, float[] Weights) InPlace(int[] starts)
    {
        var (accounts, weights, next) = (new int[_members.Count], new float[_members.Count], starts.ToArray());
        foreach (var (fact, account, weight) in _members)
        {
            var place = next[fact]++;
            (accounts[place], weights[place]) = (account, weight);
        }
        return (accounts, weights);
    }
}
