using LinkGraph.Model.Evidence;

namespace LinkGraph.UnitTests.Resolution;

/// <summary>Evidence told one exchange at a time, in any order.</summary>
internal sealed class EvidenceBuilder
{
    private static readonly Dictionary<string, (Family Family, Role Role)> Known = new()
    {
        ["payment_method"] = (Family.Money, Role.Binds),
        ["bin"] = (Family.Money, Role.Confirms),
        ["address"] = (Family.Network, Role.Binds),
        ["proxy"] = (Family.Network, Role.Confirms),
        ["template"] = (Family.Script, Role.Binds),
        ["client"] = (Family.Client, Role.Confirms),
        ["mail_domain"] = (Family.Identity, Role.Confirms),
        ["minute"] = (Family.Rhythm, Role.Binds),
        ["signup_day"] = (Family.Rhythm, Role.Confirms),
        ["country"] = (Family.Context, Role.Conditions),
    };

    private readonly Dictionary<string, (int Prompts, int Own)> accounts = [];
    private readonly Dictionary<(string Facet, string Fact, string Account), int> seen = [];

    public int Accounts => accounts.Count;

    public EvidenceBuilder Account(string id, int prompts = 0, int own = 0)
    {
        var (p, o) = accounts.GetValueOrDefault(id);
        accounts[id] = (p + prompts, o + own);
        return this;
    }

    /// <summary>One exchange with a fact; more make its weight.</summary>
    public EvidenceBuilder Has(string account, string facet, string fact, int times = 1)
    {
        Account(account);
        seen[(facet, fact, account)] = seen.GetValueOrDefault((facet, fact, account)) + times;
        return this;
    }

    /// <summary>The same evidence, told in another order.</summary>
    public EvidenceBuilder Shuffled(int seed)
    {
        var random = new Random(seed);
        var other = new EvidenceBuilder();
        var ids = accounts.Keys.ToArray();
        random.Shuffle(ids);
        foreach (var id in ids)
        {
            other.Account(id, accounts[id].Prompts, accounts[id].Own);
        }

        var facts = seen.ToArray();
        random.Shuffle(facts);
        foreach (var ((facet, fact, account), times) in facts)
        {
            other.Has(account, facet, fact, times);
        }

        return other;
    }

    /// <param name="without">Facets that the source does not have; <c>template</c> takes the prompts with it.</param>
    public EvidenceSet Build(params string[] without)
    {
        var ids = accounts.Keys.Order(StringComparer.Ordinal).ToArray();
        var number = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var prompts = !without.Contains("template");
        return new EvidenceSet(
            ids,
            Array.ConvertAll(ids, id => prompts ? (float)accounts[id].Prompts : 0),
            Array.ConvertAll(ids, id => prompts ? (float)accounts[id].Own : 0),
            [.. seen.Where(s => !without.Contains(s.Key.Facet)).GroupBy(s => s.Key.Facet).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Facet(g.Key, g, number))]);
    }

    private static Facet Facet(
        string name, IEnumerable<KeyValuePair<(string Facet, string Fact, string Account), int>> rows, Dictionary<string, int> number)
    {
        var facts = rows.GroupBy(r => r.Key.Fact).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Users: g.Select(r => (number[r.Key.Account], Weight: (float)r.Value)).OrderBy(u => u.Item1).ToList())).ToList();
        var offsets = new int[facts.Count + 1];
        for (var f = 0; f < facts.Count; f++)
        {
            offsets[f + 1] = offsets[f] + facts[f].Users.Count;
        }

        var (family, role) = Known[name];
        return new Facet(
            new FacetDefinition(name, family, role), [.. facts.Select(f => f.Key)], offsets,
            [.. facts.SelectMany(f => f.Users.Select(u => u.Item1))], [.. facts.SelectMany(f => f.Users.Select(u => u.Weight))]);
    }
}
