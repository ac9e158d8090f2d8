using System.Net;
using System.Text.Json;
using LinkGraph.Simulation;

namespace LinkGraph.UnitTests.Simulation;

public sealed class WorldContractTests
{
    public static TheoryData<string> Scenarios => [.. WorldOptions.Scenarios.Select(s => s.Name)];

    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["accounts"] = ["id", "created_at", "email", "country", "org_id", "status", "status_at"],
        ["payment_methods"] = ["account_id", "fingerprint", "kind", "bin", "country", "first_seen", "last_seen"],
        ["proxies"] = ["network", "proxy_id", "kind", "confidence"],
        ["exchanges"] = ["account_id", "at", "ip", "user_agent", "model", "prompt", "input_tokens", "output_tokens"],
        ["models"] = ["id", "released_at"],
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Generate_EveryScenario_RecordsObeyTheContract(string scenario)
    {
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = scenario, People = 700, Scale = 0.02, Lookalikes = true });

        foreach (var (kind, fields) in Fields)
        {
            foreach (var line in File.ReadLines(Path.Combine(world.Folder, kind + ".ndjson")))
            {
                using var document = JsonDocument.Parse(line);
                foreach (var property in document.RootElement.EnumerateObject())
                    AssertField(property, fields);
            }
        }
        var ids = world.Accounts.Select(a => a.Id).ToHashSet();
        Assert.Equal(world.Accounts.Length, ids.Count);
        Assert.All(world.Payments, p => Assert.Contains(p.AccountId, ids));
        Assert.All(world.Exchanges, e => Assert.Contains(e.AccountId, ids));
        Assert.Equal(world.Proxies.Length, world.Proxies.Select(p => p.Network).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Generate_EveryScenario_NothingHappensBeforeSignUpOrAfterABan(string scenario)
    {
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = scenario, People = 700, Scale = 0.02, Lookalikes = true });
        var accounts = world.Accounts.ToDictionary(a => a.Id);

        Assert.All(world.Exchanges, e =>
        {
            Assert.True(e.At >= accounts[e.AccountId].CreatedAt);
            Assert.True(accounts[e.AccountId].StatusAt is not { } until || e.At < until);
            Assert.NotEmpty(e.Prompt);
            Assert.Equal(e.Prompt.Trim(), e.Prompt);
        });
        Assert.All(world.Accounts, a => Assert.Equal(a.Status == "active", a.StatusAt is null));
        Assert.Equal(accounts.Keys.Order(), world.Exchanges.Select(e => e.AccountId).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Generate_EveryScenario_TruthCoversAllButCompaniesAndFamiliesOnOneCard(string scenario)
    {
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = scenario, People = 3_000, Scale = 0.02 });
        var unjudged = world.Accounts.Where(a => !world.Truth.ContainsKey(a.Id)).ToArray();
        var shared = world.Payments.GroupBy(p => p.Fingerprint).Where(g => g.Count() > 1).SelectMany(g => g).Select(p => p.AccountId).ToHashSet();

        Assert.InRange(unjudged.Length, 50, 900);
        // a suspect left out is in a company or shares its family's card
        Assert.All(unjudged, a => Assert.True(a.OrgId is not null || shared.Contains(a.Id)));
        Assert.DoesNotContain(world.Accounts, a => a.OrgId is not null && world.Truth.ContainsKey(a.Id));
        Assert.All(world.Truth.Values.Where(t => t.Operator.Length > 0), t => Assert.Equal(t.Operator, t.Entity));
        var honest = world.Truth.Values.Where(t => t.Operator.Length == 0).ToArray();
        Assert.Equal(honest.Length, honest.Select(t => t.Entity).Distinct().Count());
    }

    [Fact]
    public async Task Generate_PoorData_IsEmptyWhereTheSwitchesSay()
    {
        var options = new WorldOptions { Scenario = "streets", People = 1_000 };
        using var rich = await GeneratedWorld.CreateAsync(options);
        using var poor = await GeneratedWorld.CreateAsync(options with { NoPrompts = true, NoCountries = true, NoCards = true, HalfProxies = true });

        Assert.All(poor.Exchanges, e => Assert.Empty(e.Prompt));
        Assert.All(poor.Accounts, a => Assert.Null(a.Country));
        Assert.Empty(poor.Payments);
        Assert.InRange(poor.Proxies.Length / (double)rich.Proxies.Length, 0.35, 0.65);
        // and nothing else has changed
        Assert.Equal(rich.Exchanges.Select(e => e with { Prompt = "" }), poor.Exchanges);
        Assert.Equal(rich.Accounts.Select(a => a with { Country = null }), poor.Accounts);
        Assert.Equal(rich.Truth, poor.Truth);
    }

    [Fact]
    public async Task Generate_NoCountries_CardsHaveNoneEither()
    {
        using var world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "small", People = 500, NoCountries = true });

        Assert.NotEmpty(world.Payments);
        Assert.All(world.Payments, p => Assert.Null(p.Country));
    }

    [Fact]
    public async Task Generate_Scale_MultipliesOperatorsButNotPeople()
    {
        using var whole = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "small", People = 1_000 });
        using var half = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "small", People = 1_000, Scale = 0.5 });

        Assert.Equal([400, 150, 40], SizesOf(whole));
        Assert.Equal([200, 75, 20], SizesOf(half));
        Assert.Equal(1_000, whole.Report.HonestAccounts);
        Assert.Equal(1_000, half.Report.HonestAccounts);
    }

    private static IEnumerable<int> SizesOf(GeneratedWorld world) =>
        world.Truth.Values.Where(t => t.Operator.Length > 0).GroupBy(t => t.Operator).Select(g => g.Count()).OrderDescending();

    private static void AssertField(JsonProperty property, string[] known)
    {
        Assert.Contains(property.Name, known);
        switch (property.Name)
        {
            case "created_at" or "status_at" or "at" or "first_seen" or "last_seen" or "released_at":
                Assert.EndsWith("Z", property.Value.GetString(), StringComparison.Ordinal);
                Assert.InRange(property.Value.GetDateTimeOffset().Year, 2024, 2026);
                break;
            case "ip":
                Assert.Equal(property.Value.GetString(), IPAddress.Parse(property.Value.GetString()!).ToString());
                break;
            case "network":
                var text = property.Value.GetString()!;
                Assert.Equal(text, text.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(text).ToString() : IPAddress.Parse(text).ToString());
                break;
            case "confidence":
                Assert.InRange(property.Value.GetDouble(), 0, 1);
                break;
            case "input_tokens" or "output_tokens":
                Assert.InRange(property.Value.GetInt32(), 1, 10_000);
                break;
            case "country" or "org_id":
                Assert.True(property.Value.ValueKind is JsonValueKind.Null or JsonValueKind.String);
                break;
            case "prompt":
                break;
            default:
                Assert.NotEmpty(property.Value.GetString()!);
                break;
        }
    }
}
