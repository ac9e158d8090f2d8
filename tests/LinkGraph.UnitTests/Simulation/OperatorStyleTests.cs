using LinkGraph.Simulation;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>Each style leaves its sign in the records.</summary>
public sealed class OperatorStyleTests
{
    private const int Size = 80;

    private static readonly OperatorSettings Plain = OperatorKinds.StyledRing with
    {
        Size = Size, Exits = [ExitKind.Resale], Payments = [PaymentKind.None], Bursts = 0, Drip = 0, Replaced = 0, Banned = 0, Edit = 0, Cover = 0, Pivots = 0,
    };

    [Fact]
    public async Task Pooled_Cards_HaveSeveralAccountsEach()
    {
        using var world = await WithAsync(Plain with { Payments = [PaymentKind.Pooled], AccountsPerCard = 5 });
        var cards = Cards(world).GroupBy(p => p.Fingerprint).ToArray();

        Assert.Equal(Size, cards.Sum(c => c.Count()));
        Assert.InRange(cards.Length, 10, Size / 5);
        Assert.True(cards.Select(c => c.First().Bin).Distinct().Count() <= 4);
    }

    [Fact]
    public async Task Virtual_Cards_AreUsedOnceAndComeFromFewIssuers()
    {
        using var world = await WithAsync(Plain with { Payments = [PaymentKind.Virtual] });
        var cards = Cards(world);

        Assert.Equal(Size, cards.Select(c => c.Fingerprint).Distinct().Count());
        Assert.True(cards.Select(c => c.Bin).Distinct().Count() <= 4);
    }

    [Fact]
    public async Task Stolen_Cards_AreUsedOnceAndComeFromManyIssuersThatPeopleHave()
    {
        using var world = await WithAsync(Plain with { Payments = [PaymentKind.Stolen] });
        var cards = Cards(world);
        var honest = world.Payments.Except(cards).Select(p => p.Bin).ToHashSet();

        Assert.Equal(Size, cards.Select(c => c.Fingerprint).Distinct().Count());
        Assert.True(cards.Select(c => c.Bin).Distinct().Count() > 8);
        Assert.True(cards.Count(c => honest.Contains(c.Bin)) > Size / 2);
    }

    [Fact]
    public async Task NoCards_ThereAreNone()
    {
        using var world = await WithAsync(Plain);

        Assert.Empty(Cards(world));
    }

    [Fact]
    public async Task NeverTwice_NoExitOfItIsUsedTwice()
    {
        using var world = await WithAsync(Plain with { NeverTwice = 1, Size = 300 });
        var exchanges = Exchanges(world);

        Assert.True(exchanges.Length > 5_000);
        Assert.Equal(exchanges.Length, exchanges.Select(e => e.Ip).Distinct().Count());
    }

    [Fact]
    public async Task Resale_Exits_AreHomesOfHonestPeople()
    {
        using var world = await WithAsync(Plain);
        var honest = HonestAddresses(world);
        var exits = Exchanges(world).Select(e => e.Ip).Distinct().ToArray();

        Assert.True(exits.Length > 30);
        Assert.True(exits.Count(honest.Contains) > exits.Length / 3);
        var listed = world.Proxies.Where(p => p.Kind == "residential").Select(p => p.Network).ToHashSet();
        Assert.InRange(exits.Count(listed.Contains) / (double)exits.Length, 0.25, 0.55);
    }

    [Fact]
    public async Task Rivals_RentingFromOneNetwork_ShareExits()
    {
        using var world = await WithAsync(Plain with { Count = 2 }, s => s with { Rental = s.Rental with { Networks = 1 } });
        var first = Exchanges(world, "op-1").Select(e => e.Ip).ToHashSet();
        var second = Exchanges(world, "op-2").Select(e => e.Ip).ToHashSet();

        Assert.True(first.Intersect(second).Count() > first.Count / 5);
    }

    [Fact]
    public async Task Own_Exits_AreNobodyElses()
    {
        using var world = await WithAsync(Plain with { Exits = [ExitKind.Own], OwnBlocks = 0, OwnExitsListed = 1 });
        var exits = Exchanges(world).Select(e => e.Ip).ToHashSet();

        Assert.DoesNotContain(exits, HonestAddresses(world).Contains);
        Assert.All(exits, e => Assert.Contains(world.Proxies, p => p.Network == e && p.ProxyId.StartsWith("px-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OwnBlocks_Exits_LieInFewBlocksThatAreListedAsPrefixes()
    {
        using var world = await WithAsync(Plain with { Exits = [ExitKind.Own], OwnBlocks = 1, OwnExitsListed = 1 });
        var blocks = Exchanges(world).Select(e => e.Block).ToHashSet();

        Assert.Single(blocks);
        Assert.Contains(world.Proxies, p => p.Network == $"{blocks.Single()}.0/24");
    }

    [Fact]
    public async Task Mobile_Exits_AreCarrierNatThatHonestPeopleUse()
    {
        using var world = await WithAsync(Plain with { Exits = [ExitKind.Mobile] }, s => s with { People = s.People with { Countries = 2 } });
        var honest = world.Exchanges.Where(e => !world.Fakes().Contains(e.AccountId)).GroupBy(e => e.Ip)
            .ToDictionary(g => g.Key, g => g.Select(e => e.AccountId).Distinct().Count());
        var exits = Exchanges(world).Select(e => e.Ip).Distinct().ToArray();

        Assert.True(exits.Length <= 8);
        Assert.All(exits, e => Assert.True(honest.GetValueOrDefault(e) >= 3));
    }

    [Fact]
    public async Task Vpn_Exits_AreOfOneBrand()
    {
        using var world = await WithAsync(Plain with { Exits = [ExitKind.Vpn] });
        var brands = Exchanges(world).Select(e => Assert.Single(world.Proxies, p => p.Network == e.Ip)).Select(p => (p.Kind, p.ProxyId)).Distinct();

        Assert.Equal("vpn", Assert.Single(brands).Kind);
    }

    [Fact]
    public async Task Homely_Accounts_HaveAddressesThatChangeAndThatTheyDoNotShare()
    {
        using var world = await WithAsync(Plain with { Homely = 1 });
        var addresses = Exchanges(world).GroupBy(e => e.AccountId).Select(g => g.Select(e => e.Ip).ToHashSet()).ToArray();

        Assert.All(addresses, a => Assert.InRange(a.Count, 1, 8));
        Assert.True(addresses.Average(a => a.Count) > 2);
        Assert.True(addresses.SelectMany(a => a).GroupBy(a => a).Count(g => g.Count() > 1) <= 8);
    }

    [Fact]
    public async Task Waves_SignUps_FallIntoFewDays_DripsDoNot()
    {
        using var waves = await WithAsync(Plain with { Wave = 40 });
        using var drip = await WithAsync(Plain with { Drip = 1 });

        Assert.InRange(SignUpDays(waves), 1, 6);
        Assert.True(SignUpDays(drip) > 40);

        static int SignUpDays(GeneratedWorld world) => Members(world).Select(a => a.CreatedAt.Date).Distinct().Count();
    }

    [Fact]
    public async Task Replaced_NewAccount_TakesOverCardAndExitsWithinHoursOfTheBan()
    {
        using var world = await WithAsync(Plain with { Replaced = 0.25, Drip = 1, Payments = [PaymentKind.Virtual], Exits = [ExitKind.Own] });
        var members = Members(world).ToDictionary(a => a.Id);
        var takenOver = Cards(world).GroupBy(p => p.Fingerprint).Where(g => g.Count() > 1).ToArray();

        Assert.Equal(Size, members.Count);
        Assert.Equal(Size / 4, takenOver.Length);
        Assert.All(takenOver, pair =>
        {
            var (old, young) = (members[pair.First().AccountId], members[pair.Last().AccountId]);
            if (old.CreatedAt > young.CreatedAt)
                (old, young) = (young, old);
            Assert.Equal("banned", old.Status);
            Assert.InRange((young.CreatedAt - old.StatusAt!.Value).TotalHours, 1, 9);
            var before = world.Exchanges.Where(e => e.AccountId == old.Id).Select(e => e.Ip).ToHashSet();
            Assert.Contains(world.Exchanges.Where(e => e.AccountId == young.Id), e => before.Contains(e.Ip) || before.Count < 3);
        });
    }

    [Fact]
    public async Task Bursts_Exchanges_FallIntoMinutesTheyShare()
    {
        using var bursts = await WithAsync(Plain with { Bursts = 1 });
        using var steady = await WithAsync(Plain);

        Assert.True(SharedMinutes(bursts) > 0.6);
        Assert.True(SharedMinutes(steady) < 0.05);

        static double SharedMinutes(GeneratedWorld world)
        {
            var minutes = Exchanges(world).GroupBy(e => e.At.ToUnixTimeSeconds() / 60).ToArray();
            return minutes.Where(m => m.Select(e => e.AccountId).Distinct().Count() >= 5).Sum(m => m.Count()) / (double)minutes.Sum(m => m.Count());
        }
    }

    [Fact]
    public async Task Mails_AreThrowawayBigOrLikePeoples()
    {
        using var throwaway = await WithAsync(Plain with { Mails = [MailKind.Throwaway] });
        using var big = await WithAsync(Plain with { Mails = [MailKind.Big] });
        using var bought = await WithAsync(Plain with { Mails = [MailKind.Bought] });

        Assert.All(Members(throwaway), a => Assert.EndsWith(".top", a.Domain, StringComparison.Ordinal));
        Assert.InRange(Members(throwaway).Select(a => a.Domain).Distinct().Count(), 1, 4);
        Assert.Single(Members(big).Select(a => a.Domain).Distinct());
        var honest = bought.Accounts.Where(a => !bought.Fakes().Contains(a.Id)).Select(a => a.Domain).ToHashSet();
        Assert.All(Members(bought), a => Assert.Contains(a.Domain, honest));
        Assert.True(Members(bought).Select(a => a.Domain).Distinct().Count() > 3);
    }

    [Fact]
    public async Task Clients_AreOwnOnePopularOrMany()
    {
        using var own = await WithAsync(Plain with { Clients = [ClientKind.Own] });
        using var popular = await WithAsync(Plain with { Clients = [ClientKind.Popular] });
        using var spoofed = await WithAsync(Plain with { Clients = [ClientKind.Spoofed] });

        Assert.DoesNotContain(Assert.Single(Clients(own, fakes: true)), Clients(own, fakes: false));
        Assert.Contains(Assert.Single(Clients(popular, fakes: true)), Clients(popular, fakes: false));
        Assert.True(Clients(spoofed, fakes: true).Count > 8);

        static HashSet<string> Clients(GeneratedWorld world, bool fakes)
        {
            var members = world.Fakes();
            return [.. world.Exchanges.Where(e => members.Contains(e.AccountId) == fakes).Select(e => e.UserAgent.Split('/')[0])];
        }
    }

    [Fact]
    public async Task Wrapped_Prompts_CarryWordsOfHonestUsersOfThatClient()
    {
        using var wrapped = await WithAsync(Plain with { Wrapped = 1 });
        using var bare = await WithAsync(Plain);

        Assert.True(LikeOthers(wrapped) > 0.9);
        Assert.True(LikeOthers(bare) < 0.2);

        static double LikeOthers(GeneratedWorld world)
        {
            var members = world.Fakes();
            var honest = world.Exchanges.Where(e => !members.Contains(e.AccountId)).SelectMany(e => e.Shingles()).ToHashSet();
            var mine = Exchanges(world);
            return mine.Count(e => e.Shingles().Count(honest.Contains) >= 5) / (double)mine.Length;
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.75, 0)]
    [InlineData(0, 0.2)]
    public async Task CoverAndEdits_Templates_ShowAccordingly(double cover, double edit)
    {
        using var world = await WithAsync(Plain with { Cover = cover, Edit = edit });
        var members = world.Fakes();
        var honest = world.Exchanges.Where(e => !members.Contains(e.AccountId)).SelectMany(e => e.Shingles()).ToHashSet();
        var mine = Exchanges(world);
        var templates = mine.SelectMany(e => e.Shingles().Distinct().Select(s => (s, e.AccountId))).Distinct().GroupBy(p => p.s)
            .Where(g => g.Count() >= 4 && !honest.Contains(g.Key)).Select(g => g.Key).ToHashSet();
        var shown = mine.Average(e => e.Shingles().Any(templates.Contains) ? 1.0 : 0);
        var intact = mine.Where(e => e.Shingles().Any(templates.Contains)).Average(e => e.Shingles().Count(templates.Contains) / (double)e.Shingles().Count());

        Assert.InRange(shown, 0.9 - cover, 1.06 - cover);
        // four words stay with (1 - edit)^4, where none of them is a slot: .87^4
        var expected = Math.Pow(0.87 * (1 - edit), 4);
        Assert.InRange(intact, expected - 0.15, expected + 0.15);
    }

    [Fact]
    public async Task Pivots_TrafficMovesToTheNewModelWithinADay()
    {
        using var world = await WithAsync(Plain with { Pivots = 1 });
        var release = new Calendar(world).Release;
        var later = Exchanges(world).Where(e => e.At > release.AddDays(1)).ToArray();

        Assert.True(later.Count(e => e.Model == "m-large-2") > later.Length * 0.9);
        Assert.DoesNotContain(world.Exchanges, e => e.Model == "m-large-2" && e.At < release);
    }

    [Fact]
    public async Task Covert_IssuersClientsAndMailDomains_AreThoseOfPeople()
    {
        var options = new WorldOptions { Scenario = "small", People = 4_000, Seed = 3 };
        using var open = await GeneratedWorld.CreateAsync(options);
        using var covert = await GeneratedWorld.CreateAsync(options with { Covert = true });

        Assert.Equal((1.0, 1.0, 1.0), Foreign(open));
        var (bins, clients, domains) = Foreign(covert);
        Assert.InRange(bins, 0, 0.1);
        Assert.InRange(clients, 0, 0.05);
        Assert.Equal(0, domains);

        static (double Bins, double Clients, double Domains) Foreign(GeneratedWorld world)
        {
            var members = world.Fakes();
            return (
                Share(world.Payments.ToLookup(p => members.Contains(p.AccountId), p => p.Bin)),
                Share(world.Exchanges.ToLookup(e => members.Contains(e.AccountId), e => e.UserAgent)),
                Share(world.Accounts.ToLookup(a => members.Contains(a.Id), a => a.Domain)));
        }

        static double Share(ILookup<bool, string> values)
        {
            var honest = values[false].ToHashSet();
            return values[true].Average(v => honest.Contains(v) ? 0.0 : 1);
        }
    }

    private static Task<GeneratedWorld> WithAsync(OperatorSettings kind, Func<Scenario, Scenario>? change = null)
    {
        var scenario = ScenarioCatalog.Find("streets")! with { Operators = [kind], OperatorsShrinkBelow = 0, Lookalikes = false };
        return GeneratedWorld.CreateAsync(new WorldOptions { People = 1_000, Seed = 9 }, change is null ? scenario : change(scenario));
    }

    private static PaymentRecord[] Cards(GeneratedWorld world)
    {
        var members = world.Fakes();
        return [.. world.Payments.Where(p => members.Contains(p.AccountId))];
    }

    private static AccountRecord[] Members(GeneratedWorld world)
    {
        var members = world.Fakes();
        return [.. world.Accounts.Where(a => members.Contains(a.Id))];
    }

    private static ExchangeRecord[] Exchanges(GeneratedWorld world, string? tag = null)
    {
        var members = world.Fakes(tag);
        return [.. world.Exchanges.Where(e => members.Contains(e.AccountId))];
    }

    private static HashSet<string> HonestAddresses(GeneratedWorld world)
    {
        var members = world.Fakes();
        return [.. world.Exchanges.Where(e => !members.Contains(e.AccountId)).Select(e => e.Ip)];
    }

    private readonly record struct Calendar(GeneratedWorld World)
    {
        public DateTimeOffset Release => File.ReadLines(Path.Combine(World.Folder, "models.ndjson"))
            .Where(l => l.Contains("m-large-2", StringComparison.Ordinal))
            .Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("released_at").GetDateTimeOffset())
            .Single();
    }
}
