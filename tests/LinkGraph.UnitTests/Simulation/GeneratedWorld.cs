using System.Text.Json;
using LinkGraph.Simulation;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>A world in a temporary folder, read back from its files.</summary>
internal sealed class GeneratedWorld : IDisposable
{
    private readonly string _home;

    private GeneratedWorld(string home, GenerateReport report)
    {
        _home = home;
        Report = report;
        Accounts = [.. Read("accounts", r => new AccountRecord(
            Text(r, "id")!, Time(r, "created_at")!.Value, Text(r, "email")!, Text(r, "country"), Text(r, "org_id"), Text(r, "status")!, Time(r, "status_at")))];
        Payments = [.. Read("payment_methods", r => new PaymentRecord(Text(r, "account_id")!, Text(r, "fingerprint")!, Text(r, "bin")!, Text(r, "country")))];
        Proxies = [.. Read("proxies", r => new ProxyRecord(Text(r, "network")!, Text(r, "proxy_id")!, Text(r, "kind")!))];
        Exchanges = [.. Read("exchanges", r => new ExchangeRecord(
            Text(r, "account_id")!, Time(r, "at")!.Value, Text(r, "ip")!, Text(r, "user_agent")!, Text(r, "model")!, Text(r, "prompt")!))];
        Truth = File.ReadLines(Path.Combine(Folder, "truth.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(p => p[0], p => (Entity: p[1], Operator: p[2]));
    }

    public string Folder => Report.Folder;

    public GenerateReport Report { get; }

    public AccountRecord[] Accounts { get; }

    public PaymentRecord[] Payments { get; }

    public ProxyRecord[] Proxies { get; }

    public ExchangeRecord[] Exchanges { get; }

    public Dictionary<string, (string Entity, string Operator)> Truth { get; }

    /// <summary>Ids of the accounts that operators run; of one of them where named.</summary>
    public HashSet<string> Fakes(string? tag = null) =>
        [.. Truth.Where(t => tag is null ? t.Value.Operator.Length > 0 : t.Value.Operator == tag).Select(t => t.Key)];

    public static async Task<GeneratedWorld> CreateAsync(WorldOptions options, Scenario? scenario = null)
    {
        var home = Directory.CreateTempSubdirectory("linkgraph-world-").FullName;
        var folder = Path.Combine(home, "world");
        var cancel = TestContext.Current.CancellationToken;
        var report = scenario is null
            ? await WorldGenerator.GenerateAsync(options, folder, null, cancel)
            : await WorldGenerator.GenerateAsync(options, scenario, folder, null, cancel);
        return new GeneratedWorld(home, report);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private IEnumerable<T> Read<T>(string name, Func<JsonElement, T> make)
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder, name + ".ndjson")))
        {
            using var document = JsonDocument.Parse(line);
            yield return make(document.RootElement);
        }
    }

    private static string? Text(JsonElement record, string key) => record.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement record, string key) =>
        record.TryGetProperty(key, out var value) ? value.GetDateTimeOffset() : null;
}

internal sealed record AccountRecord(
    string Id, DateTimeOffset CreatedAt, string Email, string? Country, string? OrgId, string Status, DateTimeOffset? StatusAt)
{
    public string Domain => Email[(Email.IndexOf('@', StringComparison.Ordinal) + 1)..];
}

internal sealed record PaymentRecord(string AccountId, string Fingerprint, string Bin, string? Country);

internal sealed record ProxyRecord(string Network, string ProxyId, string Kind);

internal sealed record ExchangeRecord(string AccountId, DateTimeOffset At, string Ip, string UserAgent, string Model, string Prompt)
{
    public string Block => Ip[..Ip.LastIndexOf('.')];

    /// <summary>All runs of four words.</summary>
    public IEnumerable<string> Shingles()
    {
        var words = Prompt.Split(' ');
        for (var i = 0; i + 4 <= words.Length; i++)
            yield return string.Join(' ', words[i..(i + 4)]);
    }
}
