using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>
/// exchanges: account_id, at, ip?, user_agent?, model?, prompt?, input_tokens?, output_tokens?. They become counts per (account, fact)
/// and sketches of the prompts; of an exchange itself nothing remains.
/// </summary>
internal sealed class ExchangeSink(FactKeys keys, int minuteSampling) : IRecordSink
{
    private const int NoFact = -1;
    private readonly SpanTable _accounts = new();
    private readonly AddressTable _addresses = new(keys);
    private readonly SpanTable _clients = new();
    private readonly SpanTable _models = new();
    private readonly PairTable _addressUses = new();
    private readonly PairTable _clientUses = new();
    private readonly PairTable _modelUses = new();
    private readonly MinuteTable _minutes = new(minuteSampling);
    private readonly SketchTable _sketches = new();
    private Activity[] _activity = new Activity[512];

    private struct Activity
    {
        public long Exchanges;
        public long InputTokens;
        public long OutputTokens;
        public long First;
        public long Last;
    }

    public bool Add(RawRecord record)
    {
        if (!FieldRules.Required(record, 0, FieldRules.MaxId, out ReadOnlySpan<byte> accountId)
            || !Time(record, 1, out long ticks)
            || !_addresses.TryGet(record, 2, out int address)
            || !FieldRules.Optional(record, 3, FieldRules.MaxUserAgent, out ReadOnlySpan<byte> client)
            || !FieldRules.Optional(record, 4, FieldRules.MaxId, out ReadOnlySpan<byte> model)
            || !FieldRules.Prompt(record, 5, out ReadOnlySpan<byte> prompt)
            || !FieldRules.Tokens(record, 6, out long input)
            || !FieldRules.Tokens(record, 7, out long output))
        {
            return false;
        }
        int account = _accounts.GetOrAdd(accountId);
        Count(account, ticks, input, output);
        Use(_addressUses, account, address, ticks);
        Use(_clientUses, account, client.IsEmpty ? NoFact : _clients.GetOrAdd(client), ticks);
        Use(_modelUses, account, model.IsEmpty ? NoFact : _models.GetOrAdd(model), ticks);
        _minutes.Add(account, ticks);
        if (!prompt.IsEmpty)
        {
            _sketches.Add(account, ticks, prompt);
        }
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        string[] accounts = _accounts.ToStrings();
        batches.Add(ActivityRows(accounts), static (batch, rows) => batch with { Activity = rows });
        batches.Add(UseRows(_addressUses, _addresses.Canonical, accounts), static (batch, rows) => batch with { Addresses = rows });
        batches.Add(UseRows(_clientUses, _clients, accounts), static (batch, rows) => batch with { Clients = rows });
        batches.Add(UseRows(_modelUses, _models, accounts), static (batch, rows) => batch with { ModelUses = rows });
        batches.Add(_minutes.Rows(accounts), static (batch, rows) => batch with { Windows = rows });
        SketchBatch sketches = _sketches.Take(accounts);
        Clear();
        return sketches;
    }

    private static bool Time(RawRecord record, int field, out long ticks)
    {
        ticks = 0;
        return FieldRules.IsText(record, field, out ReadOnlySpan<byte> text)
            && (!text.IsEmpty || record.Fail(field, "missing"))
            && (TimeText.TryParse(text, out ticks) || record.Fail(field, FieldRules.NoTime));
    }

    private static void Use(PairTable table, int account, int fact, long ticks)
    {
        if (fact != NoFact)
        {
            table.Add(account, fact, ticks);
        }
    }

    private static Span SpanOf(long first, long last) => new(new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(last, TimeSpan.Zero));

    private void Count(int account, long ticks, long input, long output)
    {
        if (account >= _activity.Length)
        {
            Array.Resize(ref _activity, Math.Max(account + 1, _activity.Length * 2));
        }
        ref Activity activity = ref _activity[account];
        activity.First = activity.Exchanges == 0 ? ticks : Math.Min(activity.First, ticks);
        activity.Last = Math.Max(activity.Last, ticks);
        activity.Exchanges++;
        activity.InputTokens += input;
        activity.OutputTokens += output;
    }

    private ActivityRow[] ActivityRows(string[] accounts)
    {
        var rows = new ActivityRow[accounts.Length];
        int next = 0;
        foreach (int account in _accounts.SortedIds())
        {
            ref readonly Activity a = ref _activity[account];
            rows[next++] = new ActivityRow(accounts[account], a.Exchanges, a.InputTokens, a.OutputTokens, SpanOf(a.First, a.Last));
        }
        return rows;
    }

    private static UseRow[] UseRows(PairTable table, SpanTable facts, string[] accounts)
    {
        string[] names = facts.ToStrings();
        ReadOnlySpan<PairUse> uses = table.ByFact(facts.SortedIds());
        var rows = new UseRow[uses.Length];
        for (int i = 0; i < uses.Length; i++)
        {
            ref readonly PairUse use = ref uses[i];
            rows[i] = new UseRow(accounts[use.Account], names[use.Fact], use.Count, SpanOf(use.First, use.Last));
        }
        return rows;
    }

    private void Clear()
    {
        Array.Clear(_activity, 0, _accounts.Count);
        _accounts.Clear();
        _addresses.Clear();
        _clients.Clear();
        _models.Clear();
        _addressUses.Clear();
        _clientUses.Clear();
        _modelUses.Clear();
        _minutes.Clear();
    }
}
