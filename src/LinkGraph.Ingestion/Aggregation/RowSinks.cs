using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>accounts: id, created_at, email?, country?, org_id?, status?, status_at?</summary>
internal sealed class AccountSink(MailKeys mail) : IRecordSink
{
    private readonly List<AccountRow> _rows = [];

    public bool Add(RawRecord record)
    {
        if (!FieldRules.RequiredString(record, 0, FieldRules.MaxId, out string id)
            || !FieldRules.RequiredTime(record, 1, out DateTimeOffset createdAt)
            || !mail.TryRead(record, 2, out MailFacts facts)
            || !FieldRules.Country(record, 3, out string? country)
            || !FieldRules.OptionalString(record, 4, FieldRules.MaxId, out string? orgId)
            || !TryStatus(record, 5, out AccountStatus? status)
            || !FieldRules.OptionalTime(record, 6, out DateTimeOffset? statusAt))
        {
            return false;
        }
        _rows.Add(new AccountRow(id, createdAt, facts.Key, facts.Domain, facts.Shape, country, orgId, status, statusAt));
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        RowLayers.Add(batches, _rows, row => row.Id, RowOrder.Accounts, static (batch, rows) => batch with { Accounts = rows });
        _rows.Clear();
        return null;
    }

    private static bool TryStatus(RawRecord record, int field, out AccountStatus? status)
    {
        status = null;
        if (!FieldRules.Optional(record, field, FieldRules.MaxWord, out ReadOnlySpan<byte> text))
        {
            return false;
        }
        switch (text)
        {
            case var _ when text.IsEmpty: return true;
            case var _ when text.SequenceEqual("active"u8): status = AccountStatus.Active; return true;
            case var _ when text.SequenceEqual("suspended"u8): status = AccountStatus.Suspended; return true;
            case var _ when text.SequenceEqual("banned"u8): status = AccountStatus.Banned; return true;
            default: return record.Fail(field, "not active, suspended or banned");
        }
    }
}

/// <summary>payment_methods: account_id, fingerprint, kind?, bin?, country?, first_seen?, last_seen?</summary>
internal sealed class PaymentSink(FactKeys keys) : IRecordSink
{
    private readonly List<PaymentRow> _rows = [];

    public bool Add(RawRecord record)
    {
        if (!FieldRules.RequiredString(record, 0, FieldRules.MaxId, out string account)
            || !FieldRules.Required(record, 1, FieldRules.MaxId, out ReadOnlySpan<byte> fingerprint)
            || !FieldRules.OptionalString(record, 2, FieldRules.MaxWord, out string? kind)
            || !FieldRules.Bin(record, 3, out string? bin)
            || !FieldRules.Country(record, 4, out string? country)
            || !FieldRules.OptionalTime(record, 5, out DateTimeOffset? first)
            || !FieldRules.OptionalTime(record, 6, out DateTimeOffset? last))
        {
            return false;
        }
        if (first > last)
        {
            return record.Fail(6, "before first_seen");
        }
        Span? seen = (first ?? last) is { } from ? new Span(from, last ?? from) : null;
        _rows.Add(new PaymentRow(account, keys.Text(fingerprint), kind, bin, country, seen));
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        RowLayers.Add(batches, _rows, row => (row.Fingerprint, row.Account), RowOrder.Payments, static (batch, rows) => batch with { Payments = rows });
        _rows.Clear();
        return null;
    }
}

/// <summary>proxies: network, proxy_id, kind?, confidence?</summary>
internal sealed class ProxySink : IRecordSink
{
    private readonly List<NetworkRow> _rows = [];

    public bool Add(RawRecord record)
    {
        if (!FieldRules.Required(record, 0, FieldRules.MaxWord, out ReadOnlySpan<byte> text)
            || !FieldRules.RequiredString(record, 1, FieldRules.MaxId, out string proxy)
            || !FieldRules.OptionalString(record, 2, FieldRules.MaxWord, out string? kind)
            || !FieldRules.Confidence(record, 3, out double? confidence))
        {
            return false;
        }
        if (AddressText.ParseNetwork(text) is not { } network)
        {
            return record.Fail(0, "not an address or a CIDR prefix");
        }
        _rows.Add(new NetworkRow(network, proxy, kind, confidence));
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        RowLayers.Add(batches, _rows, row => row.Network, RowOrder.Networks, static (batch, rows) => batch with { Networks = rows });
        _rows.Clear();
        return null;
    }
}

/// <summary>models: id, released_at</summary>
internal sealed class ModelSink : IRecordSink
{
    private readonly List<ModelRow> _rows = [];

    public bool Add(RawRecord record)
    {
        if (!FieldRules.RequiredString(record, 0, FieldRules.MaxId, out string id)
            || !FieldRules.RequiredTime(record, 1, out DateTimeOffset releasedAt))
        {
            return false;
        }
        _rows.Add(new ModelRow(id, releasedAt));
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        RowLayers.Add(batches, _rows, row => row.Id, RowOrder.Models, static (batch, rows) => batch with { Models = rows });
        _rows.Clear();
        return null;
    }
}
