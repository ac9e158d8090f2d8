using System.Runtime.CompilerServices;
using System.Text;
using LinkGraph.Model.Ingest;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>
/// A graph in memory that follows the contract of <see cref="IGraphStore"/>: a batch counts once, counts add up, spans unite, conflicts
/// merge whatever the order. Two stores hold the same graph if their <see cref="Dump"/> is the same. It also fails where told to.
/// </summary>
internal sealed class MemoryGraphStore : IGraphStore
{
    private readonly Dictionary<string, Checkpoint> _checkpoints = [];
    private readonly SortedDictionary<string, AccountRow> _accounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ActivityRow> _activity = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Fingerprint), Span?> _payments = [];
    private readonly SortedDictionary<string, (string? Kind, string? Bin, string? Country)> _cards = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Facet, string Account, string Fact), UseRow> _uses = [];
    private readonly Dictionary<(string Account, DateTimeOffset Start), long> _windows = [];
    private readonly SortedDictionary<string, NetworkRow> _networks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ModelRow> _models = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Account, string Signature), SentRow> _sent = [];
    private readonly SortedDictionary<string, PromptTotalsRow> _totals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExitRow> _exits = [];
    private readonly HashSet<AttributeRow> _attributes = [];

    /// <summary>Throws from a write, by the number of the write from 1: before it is applied.</summary>
    public Func<int, Exception?> FailBefore { get; set; } = _ => null;

    /// <summary>As <see cref="FailBefore"/>, after it is applied: the reply to the commit is lost.</summary>
    public Func<int, Exception?> FailAfter { get; set; } = _ => null;

    /// <summary>Calls of <see cref="WriteAsync"/> so far.</summary>
    public int Writes { get; private set; }

    /// <summary>Batches applied.</summary>
    public List<IngestBatch> Applied { get; } = [];

    public IReadOnlyDictionary<string, AccountRow> Accounts => _accounts;

    public IReadOnlyDictionary<string, ActivityRow> Activity => _activity;

    public IReadOnlyDictionary<(string Facet, string Account, string Fact), UseRow> Uses => _uses;

    public IReadOnlyDictionary<(string Account, string Fingerprint), Span?> Payments => _payments;

    public IReadOnlyDictionary<string, (string? Kind, string? Bin, string? Country)> Cards => _cards;

    public IReadOnlyDictionary<string, NetworkRow> Networks => _networks;

    public IReadOnlyDictionary<string, ModelRow> Models => _models;

    public IReadOnlyCollection<AttributeRow> Attributes => _attributes;

    public IReadOnlyDictionary<string, Checkpoint> Checkpoints => _checkpoints;

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(_checkpoints.GetValueOrDefault(source));

    public Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Writes++;
        if (FailBefore(Writes) is { } before)
        {
            throw before;
        }
        long last = _checkpoints.GetValueOrDefault(batch.Checkpoint.Source)?.Seq ?? 0;
        bool apply = batch.Checkpoint.Seq > last;
        if (apply)
        {
            Assert.Equal(last + 1, batch.Checkpoint.Seq);
            _checkpoints[batch.Checkpoint.Source] = batch.Checkpoint;
            Apply(batch);
            Applied.Add(batch);
        }
        return FailAfter(Writes) is { } after ? throw after : Task.FromResult(apply);
    }

    public async IAsyncEnumerable<SentRow> ReadSentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (SentRow row in _sent.Values.ToArray())
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (PromptTotalsRow row in _totals.Values.ToArray())
        {
            yield return row;
        }
    }

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        foreach ((string account, string signature) in changes.Removed)
        {
            _sent.Remove((account, signature));
        }
        foreach (SentRow row in changes.Set)
        {
            _sent[(row.Account, row.Signature)] = row;
        }
        foreach (PromptTotalsRow row in changes.Totals)
        {
            _totals[row.Account] = row;
        }
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<NetworkRow> ReadNetworksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (NetworkRow row in _networks.Values.ToArray())
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<ExitRow> ReadExitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (string address in _uses.Keys.Where(use => use.Facet == "address").Select(use => use.Fact).Distinct().Order(StringComparer.Ordinal))
        {
            yield return _exits.GetValueOrDefault(address, new ExitRow(address, null, null));
        }
    }

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        foreach (ExitRow exit in exits)
        {
            _exits[exit.Address] = exit;
        }
        return Task.CompletedTask;
    }

    /// <summary>The whole graph as text, sorted; checkpoints are not part of it.</summary>
    public string Dump()
    {
        var lines = new List<string>();
        lines.AddRange(_accounts.Values.Select(row => $"account {row}"));
        lines.AddRange(_activity.Values.Select(row => $"activity {row}"));
        lines.AddRange(_payments.Select(payment => $"paid {payment.Key} {payment.Value}"));
        lines.AddRange(_cards.Select(card => $"card {card.Key} {card.Value}"));
        lines.AddRange(_uses.Select(use => $"{use.Key.Facet} {use.Value}"));
        lines.AddRange(_windows.Select(window => $"active {window.Key.Account} {window.Key.Start:O} {window.Value}"));
        lines.AddRange(_networks.Values.Select(row => $"network {row}"));
        lines.AddRange(_models.Values.Select(row => $"model {row}"));
        lines.AddRange(_sent.Values.Select(row => $"sent {row}"));
        lines.AddRange(_totals.Values.Select(row => $"prompts {row}"));
        lines.AddRange(_exits.Values.Select(row => $"exit {row}"));
        lines.AddRange(_attributes.Select(row => $"has {row.Account} {row.Id}"));
        lines.Sort(StringComparer.Ordinal);
        return new StringBuilder().AppendJoin('\n', lines).ToString();
    }

    private static string? Larger(string? a, string? b) => string.CompareOrdinal(a, b) >= 0 ? a : b;

    private static AccountRow Merge(AccountRow a, AccountRow b)
    {
        AccountRow mail = string.CompareOrdinal(a.EmailKey, b.EmailKey) >= 0 ? a : b;
        AccountRow status = Nullable.Compare(a.StatusAt, b.StatusAt) is var at && (at > 0 || (at == 0 && Nullable.Compare(a.Status, b.Status) >= 0)) ? a : b;
        return new AccountRow(
            a.Id, a.CreatedAt < b.CreatedAt ? a.CreatedAt : b.CreatedAt, mail.EmailKey, mail.EmailDomain, mail.EmailShape,
            Larger(a.Country, b.Country), Larger(a.OrgId, b.OrgId), status.Status, status.StatusAt);
    }

    private static NetworkRow Merge(NetworkRow a, NetworkRow b)
    {
        int order = string.CompareOrdinal(a.ProxyId, b.ProxyId);
        order = order != 0 ? order : string.CompareOrdinal(a.Kind, b.Kind);
        return order > 0 || (order == 0 && Nullable.Compare(a.Confidence, b.Confidence) >= 0) ? a : b;
    }

    private void Apply(IngestBatch batch)
    {
        AssertNoKeyTwice(batch);
        foreach (AccountRow row in batch.Accounts)
        {
            _accounts[row.Id] = _accounts.TryGetValue(row.Id, out AccountRow? known) ? Merge(known, row) : row;
        }
        foreach (ActivityRow row in batch.Activity)
        {
            _activity[row.Account] = _activity.TryGetValue(row.Account, out ActivityRow? known)
                ? new ActivityRow(
                    row.Account, known.Exchanges + row.Exchanges, known.InputTokens + row.InputTokens, known.OutputTokens + row.OutputTokens,
                    known.Seen.Union(row.Seen))
                : row;
        }
        foreach (PaymentRow row in batch.Payments)
        {
            Span? known = _payments.GetValueOrDefault((row.Account, row.Fingerprint));
            _payments[(row.Account, row.Fingerprint)] = known is { } a && row.Seen is { } b ? a.Union(b) : known ?? row.Seen;
            (string? kind, string? bin, string? country) = _cards.GetValueOrDefault(row.Fingerprint);
            _cards[row.Fingerprint] = (Larger(kind, row.Kind), Larger(bin, row.Bin), Larger(country, row.Country));
        }
        AddUses("address", batch.Addresses);
        AddUses("client", batch.Clients);
        AddUses("model", batch.ModelUses);
        foreach (WindowRow row in batch.Windows)
        {
            _windows[(row.Account, row.Start)] = _windows.GetValueOrDefault((row.Account, row.Start)) + row.Count;
        }
        _attributes.UnionWith(batch.Attributes);
        foreach (NetworkRow row in batch.Networks)
        {
            _networks[row.Network] = _networks.TryGetValue(row.Network, out NetworkRow? known) ? Merge(known, row) : row;
        }
        foreach (ModelRow row in batch.Models)
        {
            _models[row.Id] = _models.TryGetValue(row.Id, out ModelRow? known) && known.ReleasedAt < row.ReleasedAt ? known : row;
        }
    }

    private void AddUses(string facet, IReadOnlyList<UseRow> rows)
    {
        foreach (UseRow row in rows)
        {
            (string, string, string) key = (facet, row.Account, row.Fact);
            _uses[key] = _uses.TryGetValue(key, out UseRow? known) ? row with { Count = known.Count + row.Count, Seen = known.Seen.Union(row.Seen) } : row;
        }
    }

    /// <summary>A transaction that met a key twice would depend on how a database orders rows within a statement.</summary>
    private static void AssertNoKeyTwice(IngestBatch batch)
    {
        Assert.Equal(batch.Accounts.Count, batch.Accounts.Select(row => row.Id).Distinct().Count());
        Assert.Equal(batch.Activity.Count, batch.Activity.Select(row => row.Account).Distinct().Count());
        Assert.Equal(batch.Payments.Count, batch.Payments.Select(row => (row.Account, row.Fingerprint)).Distinct().Count());
        Assert.Equal(batch.Addresses.Count, batch.Addresses.Select(row => (row.Account, row.Fact)).Distinct().Count());
        Assert.Equal(batch.Clients.Count, batch.Clients.Select(row => (row.Account, row.Fact)).Distinct().Count());
        Assert.Equal(batch.ModelUses.Count, batch.ModelUses.Select(row => (row.Account, row.Fact)).Distinct().Count());
        Assert.Equal(batch.Windows.Count, batch.Windows.Select(row => (row.Account, row.Start)).Distinct().Count());
        Assert.Equal(batch.Networks.Count, batch.Networks.Select(row => row.Network).Distinct().Count());
        Assert.Equal(batch.Attributes.Count, batch.Attributes.Distinct().Count());
        Assert.Equal(batch.Models.Count, batch.Models.Select(row => row.Id).Distinct().Count());
    }
}
