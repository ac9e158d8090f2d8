using LinkGraph.Simulation;
using LinkGraph.Simulation.Operators;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>What operators of the bazaar do leaves its sign in the records.</summary>
public sealed class BazaarOperatorTests
{
    private const int Size = 150;

    private static readonly OperatorSettings Plain = OperatorKinds.StyledRing with
    {
        Size = Size, Exits = [ExitKind.Resale], Payments = [PaymentKind.Virtual], Bursts = 0, Drip = 0, Replaced = 0, Banned = 0, Edit = 0, Cover = 0, CoverIsChat = true, Pivots = 0,
    };

    [Fact]
    public async Task Lodging_Accounts_LiveInHomesOfPeopleOneEach()
    {
        using var world = await WithAsync(Plain with { Lodging = 1 });
        var honest = Others(world).Select(e => e.Ip).ToHashSet();
        var accounts = Exchanges(world).GroupBy(e => e.AccountId).ToArray();
        var atHome = accounts.SelectMany(a => a.GroupBy(e => e.At.Date).Select(day => day.CountBy(e => e.Ip).Max(ip => ip.Value) / (double)day.Count())).Average();
        var homes = accounts.Select(a => a.CountBy(e => e.Ip).MaxBy(ip => ip.Value).Key).ToArray();

        Assert.Equal(Size, accounts.Length);
        Assert.InRange(atHome, 0.8, 1);
        Assert.True(homes.Distinct().Count() > Size * 0.95);
        Assert.True(homes.Count(honest.Contains) > Size / 4);
    }

    [Fact]
    public async Task DayExits_OneDay_BelongToOneTenantTheNextDayToAnother()
    {
        using var world = await WithAsync(Plain with { Count = 2, DayExits = 1, Drip = 1 });
        var first = Exchanges(world, "op-1");
        var second = Exchanges(world, "op-2");

        // never both on one day, though over the months they meet on most exits
        Assert.Empty(first.Select(e => (e.Ip, e.At.Date)).Intersect(second.Select(e => (e.Ip, e.At.Date))));
        var mine = first.Select(e => e.Ip).ToHashSet();
        Assert.True(mine.Intersect(second.Select(e => e.Ip)).Count() > mine.Count / 2);
        Assert.True(mine.Intersect(Others(world).Select(e => e.Ip)).Count() > mine.Count / 5);
        // an account stays on its exit for the day, and several share it
        Assert.All(first.GroupBy(e => (e.AccountId, e.At.Date)), day => Assert.Single(day.Select(e => e.Ip).Distinct()));
        Assert.Contains(first.GroupBy(e => (e.Ip, e.At.Date)), exit => exit.Select(e => e.AccountId).Distinct().Count() > 2);
    }

    [Fact]
    public async Task Bought_Accounts_AreHonestForMonthsThenTheOperators()
    {
        using var world = await WithAsync(Plain with { BoughtAccounts = 1 });
        var tasks = Exchanges(world).SelectMany(e => e.Shingles().Distinct().Select(s => (s, e.AccountId))).Distinct().GroupBy(p => p.s)
            .Where(g => g.Count() > 6).Select(g => g.Key).ToHashSet();
        var honest = Others(world).SelectMany(e => e.Shingles()).ToHashSet();
        tasks.ExceptWith(honest);
        var begins = world.Exchanges.Min(e => e.At).Date;

        foreach (var account in Exchanges(world).GroupBy(e => e.AccountId))
        {
            // the first template divides its life: none before, nothing else after
            var life = account.OrderBy(e => e.At).Select(e => (e.At, Script: e.Shingles().Any(tasks.Contains))).ToArray();
            var taken = life.First(e => e.Script).At;
            Assert.True(taken > begins.AddDays(40));
            Assert.True(life.Where(e => e.At > taken).Average(e => e.Script ? 1.0 : 0) > 0.9);
        }
        var domains = world.Accounts.Where(a => !world.Fakes().Contains(a.Id)).Select(a => a.Domain).ToHashSet();
        var members = world.Accounts.Where(a => world.Fakes().Contains(a.Id)).ToArray();
        Assert.True(members.Count(a => domains.Contains(a.Domain)) > Size * 0.95);
        Assert.True(members.Select(a => a.CreatedAt.Date).Distinct().Count() > 60);
        Assert.InRange(world.Payments.Count(p => world.Fakes().Contains(p.AccountId)) / (double)Size, 0.3, 0.55);      // as many as people have
    }

    [Fact]
    public async Task Imitators_Accounts_LookLikeACourseAndHaveNoLife()
    {
        using var world = await GeneratedWorld.CreateAsync(
            new WorldOptions { People = 1_000, Seed = 9 },
            Find("bazaar") with { Operators = [Find("bazaar").Operators.Single(o => o.Mails is [MailKind.School]) with { Count = 1, Size = 120 }], OperatorsShrinkBelow = 0 });
        var members = world.Accounts.Where(a => world.Fakes().Contains(a.Id)).ToArray();
        var exchanges = Exchanges(world);

        Assert.InRange(exchanges.Select(e => e.Ip).Distinct().Count(), 2, 4);
        Assert.Empty(exchanges.Select(e => e.Ip).Intersect(Others(world).Select(e => e.Ip)));
        Assert.InRange(members.Count(a => a.Domain.EndsWith(".edu", StringComparison.Ordinal)) / 120.0, 0.8, 0.98);
        Assert.Single(members.Select(a => a.Domain).Where(d => d.EndsWith(".edu", StringComparison.Ordinal)).Distinct());
        Assert.True(members.Max(a => a.CreatedAt) - members.Min(a => a.CreatedAt) < TimeSpan.FromDays(2));
        Assert.True(exchanges.Max(e => e.At) - exchanges.Min(e => e.At) > TimeSpan.FromDays(20));
    }

    [Theory]
    [InlineData("bazaar", 20_000, 0.02, 0.12)]
    [InlineData("bazaar-rare", 200_000, 0.00008, 0.00011)]
    [InlineData("bazaar-swamped", 20_000, 0.55, 0.7)]
    public void Bazaar_Fakes_AreTheShareThatItSays(string name, int people, double least, double most)
    {
        var world = World.Build(new WorldOptions { Scenario = name, People = people, Lookalikes = name != "bazaar-rare" }, Find(name));

        Assert.InRange((world.Plans.Length - world.HonestAccounts) / (double)world.Plans.Length, least, most);
    }

    [Fact]
    public void Bazaar_Operators_AreOfEveryKind()
    {
        var world = World.Build(new WorldOptions { Scenario = "bazaar", People = 3_000 }, Find("bazaar"));
        var sold = world.Plans.Where(p => p.Members is Operation).Select(p => world.Draw(p).Account).Where(a => a.Sold is not null).ToArray();

        Assert.Equal(40, world.Operations.Length);
        Assert.Contains(world.Operations, o => o.Style.Lodging > 0.8);
        Assert.Contains(world.Operations, o => o.Style.DayExits);
        Assert.Contains(world.Operations, o => o.Style.Mail == MailKind.School);
        Assert.Contains(world.Operations, o => o.Style.Volume.Most == 8);
        Assert.True(sold.Length > 40);
        Assert.All(sold, a => Assert.True(a.Sold!.At - a.Created >= 45 * 86_400));
    }

    private static Scenario Find(string name) => ScenarioCatalog.Find(name)!;

    private static Task<GeneratedWorld> WithAsync(OperatorSettings kind) => GeneratedWorld.CreateAsync(
        new WorldOptions { People = 1_000, Seed = 9 }, Find("bazaar") with { Operators = [kind], OperatorsShrinkBelow = 0, Lookalikes = false });

    private static ExchangeRecord[] Exchanges(GeneratedWorld world, string? tag = null)
    {
        var members = world.Fakes(tag);
        return [.. world.Exchanges.Where(e => members.Contains(e.AccountId))];
    }

    private static ExchangeRecord[] Others(GeneratedWorld world)
    {
        var members = world.Fakes();
        return [.. world.Exchanges.Where(e => !members.Contains(e.AccountId))];
    }
}
