using LinkGraph.Simulation;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>Crowds, households and companies, told apart by what binds them and looked up in the files.</summary>
public sealed class CrowdTests : IAsyncLifetime
{
    private static readonly WorldOptions Options = new() { Scenario = "streets", People = 2_500, Seed = 4 };

    private readonly World _plan = World.Build(Options, ScenarioCatalog.Find("streets")!);
    private GeneratedWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await GeneratedWorld.CreateAsync(Options);

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Crowds_EveryMember_IsAnEntityOfItsOwn()
    {
        var members = Groups().Where(g => g.Bond.Judged).SelectMany(g => g.Ids).ToArray();

        Assert.True(members.Length > 500);
        Assert.All(members, id => Assert.Empty(_world.Truth[id].Operator));
        Assert.Equal(members.Length, members.Select(id => _world.Truth[id].Entity).Distinct().Count());
    }

    [Fact]
    public void Course_Members_ShareCampusSheetsAndAWeek()
    {
        var courses = Groups().Where(g => g.Bond is { Addresses.Length: > 0, Client: not null, SignUp: not null }).ToArray();

        Assert.Equal(2, courses.Length);
        foreach (var (bond, ids) in courses)
        {
            var campus = bond.Addresses.Select(Text).ToHashSet();
            var said = _world.Exchanges.Where(e => ids.Contains(e.AccountId)).ToArray();
            Assert.InRange(said.Average(e => campus.Contains(e.Ip) ? 1.0 : 0), bond.There - 0.12, bond.There + 0.12);
            Assert.True(said.SelectMany(e => e.Shingles().Distinct().Select(s => (s, e.AccountId))).Distinct().GroupBy(p => p.s).Max(g => g.Count()) > ids.Count / 5);
            var signUps = _world.Accounts.Where(a => ids.Contains(a.Id)).Select(a => a.CreatedAt).ToArray();
            Assert.True(signUps.Max() - signUps.Min() < TimeSpan.FromDays(9));
            // and they have homes
            Assert.True(said.Where(e => !campus.Contains(e.Ip)).Select(e => e.Ip).Distinct().Count() > ids.Count / 2);
        }
    }

    [Fact]
    public void VoucherAndHackathon_OneCard_HasManyHoldersWhoAreNotOneEntity()
    {
        var groups = Groups().Where(g => g.Bond is { Card: not null, Judged: true }).ToArray();

        Assert.Equal(4, groups.Length);
        foreach (var (bond, ids) in groups)
        {
            Assert.True(ids.Count >= 40);
            Assert.Equal($"pm_{bond.Card!.Value.Fingerprint:x16}", Assert.Single(_world.Payments.Where(p => ids.Contains(p.AccountId)).Select(p => p.Fingerprint).Distinct()));
        }
    }

    [Fact]
    public void Plugin_Users_AllShowItsClientAndItsWords()
    {
        var plugins = Groups().Where(g => g.Bond is { Client.App.SystemPrompts.Length: > 0, Addresses.Length: 0 }).ToArray();

        Assert.Equal(2, plugins.Length);
        foreach (var (bond, ids) in plugins)
        {
            var said = _world.Exchanges.Where(e => ids.Contains(e.AccountId)).ToArray();
            Assert.All(said, e => Assert.StartsWith(bond.Client!.Value.App.Name + "/", e.UserAgent, StringComparison.Ordinal));
            var words = said.SelectMany(e => e.Shingles().Distinct().Select(s => (s, e.AccountId))).Distinct().GroupBy(p => p.s).Where(g => g.Count() > ids.Count / 3).Select(g => g.Key).ToHashSet();
            Assert.InRange(said.Average(e => e.Shingles().Any(words.Contains) ? 1.0 : 0), 0.4, 0.9);
        }
    }

    [Fact]
    public void Viral_HalfOfTheUsers_SignUpInOneAfternoon()
    {
        var crowds = Groups().Where(g => g.Bond is { SignUpShare: < 1, SignUp: not null }).ToArray();

        Assert.Equal(2, crowds.Length);
        foreach (var (bond, ids) in crowds)
        {
            var (from, until) = bond.SignUp!.Value;
            var then = _world.Accounts.Where(a => ids.Contains(a.Id)).Average(a => a.CreatedAt.ToUnixTimeSeconds() >= from && a.CreatedAt.ToUnixTimeSeconds() < until ? 1.0 : 0);
            Assert.InRange(then, 0.35, 0.75);
        }
    }

    [Fact]
    public void Households_OnOneCard_AreUnjudgedOthersAreNot()
    {
        var families = Groups().Where(g => g.Bond is { There: 0.7, Tasks.Length: 0, SignUp: null, Addresses.Length: 1 }).ToArray();

        Assert.True(families.Length > 50);
        Assert.All(families, f => Assert.Equal(f.Bond.Card is null, f.Ids.All(_world.Truth.ContainsKey)));
        Assert.Contains(families, f => f.Bond.Card is not null);
        Assert.All(families.Where(f => f.Bond.Card is not null), f => Assert.DoesNotContain(f.Ids, _world.Truth.ContainsKey));
    }

    [Fact]
    public async Task Lookalikes_Off_ThereAreNoCrowds()
    {
        using var without = await GeneratedWorld.CreateAsync(Options with { Lookalikes = false });
        using var asked = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "small", People = 1_000, Lookalikes = true });

        Assert.Equal(2_500, without.Report.HonestAccounts);
        Assert.True(_world.Report.HonestAccounts > 2_800);
        Assert.True(asked.Report.HonestAccounts > 1_300);
    }

    private IEnumerable<(Bond Bond, HashSet<string> Ids)> Groups() => _plan.Plans
        .Where(p => p.Members is Bonded)
        .GroupBy(p => p.Members, ReferenceEqualityComparer.Instance)
        .Select(g => (((Bonded)g.Key!).Bond, g.Select(IdOf).ToHashSet()));

    private string IdOf(AccountPlan plan) => $"acct_{_plan.IdOf(plan):x16}";

    private static string Text(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
