using System.Globalization;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Benchmarks.InMemory;

/// <summary>
/// What ingestion writes and resolution reads, without a database: quality can be measured on many worlds in the time that one takes in
/// Neo4j. It keeps the evidence only, and merges as the statements in cypher/ingest do.
/// </summary>
internal sealed class InMemoryGraph : IGraphStore
{
    private readonly Numbering _accounts = new();
    private readonly Dictionary<string, Checkpoint> _checkpoints = new(StringComparer.Ordinal);
    private readonly Uses _payments = new(), _addresses = new(), _clients = new(), _minutes = new(), _templates = new();
    private readonly Dictionary<string, string> _bins = new(StringComparer.Ordinal);
    private readonly Dictionary<int, AccountRow> _known = [];
    private readonly Dictionary<int, PromptTotalsRow> _totals = [];
    private readonly Dictionary<(string, string), NetworkRow> _networks = [];
    private readonly Dictionary<string, ExitRow> _exits = new(StringComparer.Ordinal);

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(_checkpoints.GetValueOrDefault(source));

    public Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        if (_checkpoints.TryGetValue(batch.Checkpoint.Source, out var last) && last.Seq >= batch.Checkpoint.Seq)
            return Task.FromResult(false);
        _checkpoints[batch.Checkpoint.Source] = batch.Checkpoint;
        Rows += batch.RowCount;
        foreach (var row in batch.Accounts)
            Merge(row);
        foreach (var row in batch.Activity)
            _accounts.Of(row.Account);
        foreach (var row in batch.Payments)
        {
            _payments.Set(_accounts.Of(row.Account), row.Fingerprint, 1);
            if (row.Bin is not null)
                _bins[row.Fingerprint] = Larger(_bins.GetValueOrDefault(row.Fingerprint), row.Bin)!;
        }
        Add(_addresses, batch.Addresses);
        Add(_clients, batch.Clients);
        foreach (var row in batch.Windows)
            _minutes.Add(_accounts.Of(row.Account), Minute(row.Start), row.Count);
        foreach (var row in batch.Networks)
        {
            double? known = _networks.GetValueOrDefault((row.Network, row.ProxyId))?.Confidence;
            _networks[(row.Network, row.ProxyId)] = row with { Confidence = known > row.Confidence ? known : row.Confidence ?? known };
        }
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<SentRow> ReadSentAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Templates are settled once here, so that their times are not kept: what is read back was never written with others.
        await Task.CompletedTask;
        foreach (var (account, fact, count) in _templates.All)
            yield return new SentRow(_accounts.Keys[account], fact, (long)count, default);
    }

    public IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync(CancellationToken cancellationToken) => _totals.Values.ToAsyncEnumerable();

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        foreach (var (account, signature) in changes.Removed)
            _templates.Remove(_accounts.Of(account), signature);
        foreach (var row in changes.Set)
            _templates.Set(_accounts.Of(row.Account), row.Signature, row.Count);
        foreach (var row in changes.Totals)
            _totals[_accounts.Of(row.Account)] = row;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<NetworkRow> ReadNetworksAsync(CancellationToken cancellationToken) => _networks.Values
        .GroupBy(n => n.Network)
        .Select(g => g.OrderByDescending(n => n.Confidence ?? -1).ThenBy(n => n.ProxyId, StringComparer.Ordinal).First())
        .ToAsyncEnumerable();

    public IAsyncEnumerable<ExitRow> ReadExitsAsync(CancellationToken cancellationToken) => _addresses.Facts
        .Select(a => _exits.GetValueOrDefault(a) ?? new ExitRow(a, null, null)).ToAsyncEnumerable();

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        foreach (var exit in exits)
            _exits[exit.Address] = exit;
        return Task.CompletedTask;
    }

    /// <summary>The evidence as the files in cypher/evidence would give it.</summary>
    public EvidenceSet ToEvidence()
    {
        int[] order = [.. Enumerable.Range(0, _accounts.Keys.Count).OrderBy(a => _accounts.Keys[a], StringComparer.Ordinal)];
        var rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            rank[order[i]] = i;
        return new EvidenceSet(
            [.. order.Select(a => _accounts.Keys[a])],
            [.. order.Select(a => (float)(_totals.GetValueOrDefault(a)?.Prompts ?? 0))],
            [.. order.Select(a => (float)(_totals.GetValueOrDefault(a)?.OwnPrompts ?? 0))],
            [.. Facets(rank).OrderBy(f => f.Definition.Name, StringComparer.Ordinal)]);
    }

    private IEnumerable<Facet> Facets(int[] rank)
    {
        var (proxies, bins, domains, days, countries) = (new Uses(), new Uses(), new Uses(), new Uses(), new Uses());
        foreach (var (account, address, count) in _addresses.All)
        {
            if (_exits.GetValueOrDefault(address)?.ProxyId is { } proxy)
                proxies.Add(account, proxy, count);
        }
        foreach (var (account, fingerprint, _) in _payments.All)
        {
            if (_bins.TryGetValue(fingerprint, out string? bin))
                bins.Add(account, bin, 1);
        }
        foreach (var (account, row) in _known)
        {
            days.Set(account, row.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1);
            if (row.EmailDomain is not null)
                domains.Set(account, row.EmailDomain, 1);
            if (row.Country is not null)
                countries.Set(account, row.Country, 1);
        }
        return
        [
            _addresses.ToFacet(new("address", Family.Network, Role.Binds), rank),
            bins.ToFacet(new("bin", Family.Money, Role.Confirms), rank),
            _clients.ToFacet(new("client", Family.Client, Role.Confirms), rank),
            countries.ToFacet(new("country", Family.Context, Role.Conditions), rank),
            domains.ToFacet(new("mail_domain", Family.Identity, Role.Confirms), rank),
            _minutes.ToFacet(new("minute", Family.Rhythm, Role.Binds), rank),
            _payments.ToFacet(new("payment_method", Family.Money, Role.Binds), rank),
            proxies.ToFacet(new("proxy", Family.Network, Role.Confirms), rank),
            days.ToFacet(new("signup_day", Family.Rhythm, Role.Confirms), rank),
            _templates.ToFacet(new("template", Family.Script, Role.Binds), rank),
        ];
    }

    private void Add(Uses uses, IReadOnlyList<UseRow> rows)
    {
        foreach (var row in rows)
            uses.Add(_accounts.Of(row.Account), row.Fact, row.Count);
    }

    private void Merge(AccountRow row)
    {
        int account = _accounts.Of(row.Id);
        _known[account] = !_known.TryGetValue(account, out var known) ? row : known with
        {
            CreatedAt = row.CreatedAt > known.CreatedAt ? row.CreatedAt : known.CreatedAt,
            EmailDomain = Larger(known.EmailDomain, row.EmailDomain),
            Country = Larger(known.Country, row.Country),
        };
    }

    private static string? Larger(string? a, string? b) => string.CompareOrdinal(a, b) >= 0 ? a : b;

    private static string Minute(DateTimeOffset start) => start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
