using LinkGraph.Simulation;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>People and crowds of the bazaar, looked up in the files.</summary>
public sealed class BazaarPeopleTests : IAsyncLifetime
{
    private static readonly WorldOptions Options = new() { Scenario = "bazaar", People = 3_000, Seed = 6 };

    private readonly World _plan = World.Build(Options, ScenarioCatalog.Find("bazaar")!);
    private GeneratedWorld _world = null!;
    private ILookup<string, ExchangeRecord> _exchanges = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await GeneratedWorld.CreateAsync(Options);
        _exchanges = _world.Exchanges.ToLookup(e => e.AccountId);
    }

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void NoHome_People_AreSeenInCarrierNatOrNowhere()
    {
        var carriers = _plan.Society.Atlas.Countries.SelectMany(c => c.CarrierPools).SelectMany(p => p).Select(Text).ToHashSet();
        var alone = _plan.Plans.Where(p => p.Members is Population).ToArray();
        var nowhere = alone.Count(p => _exchanges[IdOf(p)].All(e => e.Ip is null));
        var phoneOnly = alone.Count(p => _exchanges[IdOf(p)] is var all && all.Count() > 8 && all.All(e => e.Ip is not null && carriers.Contains(e.Ip)));
        var busy = alone.Count(p => _exchanges[IdOf(p)].Count() > 8);

        Assert.InRange(nowhere / (double)alone.Length, 0.03, 0.07);
        Assert.InRange(phoneOnly / (double)busy, 0.18, 0.32);
    }

    [Fact]
    public void People_Prompts_AreChat()
    {
        // whose client has no system prompt and who does not know the library: a task of one's own would come back word by word
        var chatters = _plan.Plans.Where(p => p.Members is Population)
            .Where(p => _plan.Draw(p).Account.Says is PersonSpeech { Client.SystemPrompts: [], Library: [] })
            .Select(p => _exchanges[IdOf(p)].ToArray()).Where(e => e.Length > 12).ToArray();

        Assert.True(chatters.Length > 300);
        Assert.All(chatters, said => Assert.True(said.SelectMany(e => e.Shingles().Distinct()).CountBy(s => s).Max(s => s.Value) < 1 + (said.Length / 3)));
    }

    [Fact]
    public void Kiosk_Visitors_ShareAMachineAndADayAndNothingElse()
    {
        var kiosks = Groups().Where(g => g.Bond is { When: Sessions, Tasks.Length: 0 }).ToArray();

        Assert.Equal(2, kiosks.Length);
        foreach (var (_, ids) in kiosks)
        {
            var said = ids.SelectMany(id => _exchanges[id]).Where(e => e.Ip is not null).ToArray();
            Assert.True(ids.Count >= 25);
            Assert.Single(said.Select(e => e.Ip).Distinct());
            Assert.Single(said.Select(e => e.UserAgent).Distinct());
            var days = _world.Accounts.Where(a => ids.Contains(a.Id)).Select(a => a.CreatedAt).Concat(said.Select(e => e.At)).ToArray();
            Assert.True(days.Max() - days.Min() <= TimeSpan.FromHours(10));
            Assert.DoesNotContain(_world.Fakes(), ids.Contains);
        }
    }

    [Fact]
    public void Classroom_Pupils_ActInTheSameLessonsAndNowhereElse()
    {
        var classes = Groups().Where(g => g.Bond is { When: Sessions, Tasks.Length: > 0 }).ToArray();

        Assert.Equal(2, classes.Length);
        foreach (var (bond, ids) in classes)
        {
            var school = bond.Addresses.Select(Text).ToHashSet();
            var said = ids.SelectMany(id => _exchanges[id]).ToArray();
            Assert.All(said.Where(e => e.Ip is not null), e => Assert.Contains(e.Ip, school));
            Assert.Single(said.Select(e => e.UserAgent).Distinct());
            Assert.Single(_world.Accounts.Where(a => ids.Contains(a.Id)).Select(a => a.Domain).Distinct());
            Assert.DoesNotContain(_world.Payments, p => ids.Contains(p.AccountId));
            var lessons = ((Sessions)bond.When!).Starts;
            Assert.All(said, e => Assert.Contains(lessons, start => e.At.ToUnixTimeSeconds() - start is >= 0 and < 3_000));
            Assert.True(said.SelectMany(e => e.Shingles().Distinct().Select(s => (s, e.AccountId))).Distinct().GroupBy(p => p.s).Max(g => g.Count()) > ids.Count / 2);
            Assert.Equal(ids.Count, ids.Select(id => _world.Truth[id].Entity).Distinct().Count());
        }
    }

    private IEnumerable<(Bond Bond, HashSet<string> Ids)> Groups() => _plan.Plans
        .Where(p => p.Members is Bonded)
        .GroupBy(p => p.Members, ReferenceEqualityComparer.Instance)
        .Select(g => (((Bonded)g.Key!).Bond, g.Select(IdOf).ToHashSet()));

    private string IdOf(AccountPlan plan) => $"acct_{_plan.IdOf(plan):x16}";

    private static string Text(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
