using LinkGraph.Benchmarks.Quality;
using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Benchmarks.Hub;

/// <summary>
/// A generated world into which one hub is put, an address of carrier NAT or a proxy with many exits: some of its honest people and
/// accounts of one of its operators are moved onto it. All that they have besides stays as the generator made it, and so do all others.
/// </summary>
internal sealed class HubWorld
{
    /// <summary>Honest people on the hub, one in three, who are seen nowhere else; the others are there for 40% of what they do.</summary>
    private const int OneOfSeenNowhereElse = 3;
    private const float Share = 0.4f;
    private const int UsersPerExit = 50;

    private readonly WorldInMemory _world;
    private readonly Dictionary<string, TruthRow> _truth;
    private readonly (string Name, int[] Accounts)[] _operators;
    private readonly int[] _honest;

    public HubWorld(WorldInMemory world)
    {
        _world = world;
        _truth = world.Truth.ToDictionary(t => t.Account, StringComparer.Ordinal);
        int[] judged = [.. Enumerable.Range(0, world.Evidence.AccountIds.Length).Where(a => _truth.ContainsKey(world.Evidence.AccountIds[a]))];
        _operators = [.. judged.Where(a => RowOf(a).Operator is not null).GroupBy(a => RowOf(a).Operator!).OrderBy(g => g.Count()).Select(g => (g.Key, g.ToArray()))];

        // ids tell nothing of who is who: their order is a drawing by lot
        _honest = [.. judged.Where(a => RowOf(a).Operator is null)];
    }

    /// <summary>Honest accounts that there are.</summary>
    public int Honest => _honest.Length;

    /// <summary>Accounts of the largest operator.</summary>
    public int LargestOperator => _operators[^1].Accounts.Length;

    /// <summary>Whether an operator runs it.</summary>
    public bool IsFake(string account) => _truth.TryGetValue(account, out var row) && row.Operator is not null;

    /// <summary>The evidence with the hub, and the honest people and fakes on it.</summary>
    /// <param name="honest">How many of them.</param>
    /// <param name="accounts">How many accounts of an operator: of the smallest that has as many. They are nowhere else.</param>
    /// <param name="proxy">True: a proxy with an exit for fifty users each; false: one address.</param>
    public (EvidenceSet Evidence, IReadOnlySet<string> Honest, IReadOnlySet<string> Fakes) With(int honest, int accounts, bool proxy)
    {
        var moved = new Dictionary<int, (bool Alone, int Exit)>();
        int exits = proxy ? Math.Max(2, (honest + accounts) / UsersPerExit) : 1;
        for (int i = 0; i < honest; i++)
            moved.Add(_honest[i], (i % OneOfSeenNowhereElse == 0, i % exits));
        int[] fakes = [.. _operators.First(o => o.Accounts.Length >= accounts).Accounts.Take(accounts)];
        foreach (int fake in fakes)
            moved.Add(fake, (true, moved.Count % exits));
        string[] facets = proxy ? ["address", "proxy"] : ["address"];
        var addresses = _world.Evidence.Facets.Single(f => f.Definition.Name == "address");
        return (
            _world.Evidence with { Facets = [.. _world.Evidence.Facets.Select(f => facets.Contains(f.Definition.Name) ? Moved(f, Activity(addresses, moved), moved) : f)] },
            IdsOf(_honest.Take(honest)), IdsOf(fakes));
    }

    private HashSet<string> IdsOf(IEnumerable<int> accounts) => [.. accounts.Select(a => _world.Evidence.AccountIds[a])];

    private static Dictionary<int, float> Activity(Facet addresses, Dictionary<int, (bool Alone, int Exit)> moved)
    {
        var activity = moved.Keys.ToDictionary(a => a, _ => 1f);
        for (int at = 0; at < addresses.Accounts.Length; at++)
        {
            if (activity.TryGetValue(addresses.Accounts[at], out float before))
                activity[addresses.Accounts[at]] = before + addresses.Weights[at];
        }
        return activity;
    }

    private static Facet Moved(Facet facet, Dictionary<int, float> activity, Dictionary<int, (bool Alone, int Exit)> moved)
    {
        var rows = new List<(string Fact, (int Account, float Weight)[] Users)>();
        for (int f = 0; f < facet.Facts.Length; f++)
        {
            var users = Enumerable.Range(facet.Offsets[f], facet.Offsets[f + 1] - facet.Offsets[f])
                .Where(at => !moved.TryGetValue(facet.Accounts[at], out var where) || !where.Alone)
                .Select(at => (facet.Accounts[at], facet.Weights[at])).ToArray();
            if (users.Length > 0)
                rows.Add((facet.Facts[f], users));
        }
        bool proxy = facet.Definition.Name == "proxy";
        rows.AddRange(moved.GroupBy(m => proxy ? "hub" : AddressOf(m.Value.Exit)).Select(exit => (
            exit.Key, exit.OrderBy(m => m.Key).Select(m => (m.Key, MathF.Ceiling(activity[m.Key] * (m.Value.Alone ? 1 : Share)))).ToArray())));
        rows.Sort((x, y) => string.CompareOrdinal(x.Fact, y.Fact));

        int[] offsets = new int[rows.Count + 1];
        for (int f = 0; f < rows.Count; f++)
            offsets[f + 1] = offsets[f] + rows[f].Users.Length;
        return new Facet(
            facet.Definition, [.. rows.Select(r => r.Fact)], offsets,
            [.. rows.SelectMany(r => r.Users.Select(u => u.Account))], [.. rows.SelectMany(r => r.Users.Select(u => u.Weight))]);
    }

    // of a range that no generated world has
    private static string AddressOf(int exit) => $"198.{18 + (exit >> 16)}.{(exit >> 8) & 255}.{exit & 255}";

    private TruthRow RowOf(int account) => _truth[_world.Evidence.AccountIds[account]];
}
