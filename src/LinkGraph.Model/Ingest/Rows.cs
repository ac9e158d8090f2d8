using LinkGraph.Model.Records;

namespace LinkGraph.Model.Ingest;

/// <summary>What an accounts record says of an account. A null leaves what the graph holds; the mail address itself is not here, only its key, domain and shape.</summary>
public sealed record AccountRow(
    string Id, DateTimeOffset CreatedAt, string? EmailKey, string? EmailDomain, string? EmailShape,
    string? Country, string? OrgId, AccountStatus? Status, DateTimeOffset? StatusAt);

/// <summary>Activity of one account within one batch, to be added to what the graph holds.</summary>
public sealed record ActivityRow(string Account, long Exchanges, long InputTokens, long OutputTokens, Span Seen);

/// <summary>An account paid with a payment method.</summary>
public sealed record PaymentRow(string Account, string Fingerprint, string? Kind, string? Bin, string? Country, Span? Seen);

/// <summary>An account used a fact (an address, a client, a model) <paramref name="Count"/> times within one batch; counts are added up.</summary>
public sealed record UseRow(string Account, string Fact, long Count, Span Seen);

/// <summary>An account was active <paramref name="Count"/> times in the sampled minute that starts at <paramref name="Start"/>.</summary>
public sealed record WindowRow(string Account, DateTimeOffset Start, long Count);

/// <summary>A network (an address or a CIDR prefix, normalised) is an exit of a proxy.</summary>
/// <param name="Network">Canonical text, for example <c>203.0.113.0/24</c> or <c>2001:db8::1</c>.</param>
/// <param name="ProxyId">The proxy's id.</param>
/// <param name="Kind">What kind of proxy, as the source says.</param>
/// <param name="Confidence">0 to 1, null where the source does not say.</param>
public sealed record NetworkRow(string Network, string ProxyId, string? Kind, double? Confidence);

/// <summary>A model of the service and when it was released.</summary>
public sealed record ModelRow(string Id, DateTimeOffset ReleasedAt);

/// <summary>A record has a value: an attribute that other records may have too, in this or another spelling.</summary>
/// <param name="Account">The account that the record is of.</param>
/// <param name="Attribute">The value, its field and its kind.</param>
public sealed record AttributeRow(string Account, AttributeFact Attribute)
{
    /// <summary>The attribute's id, made once.</summary>
    public string Id { get; } = Attribute.Id;

    /// <summary>The same account and the same id.</summary>
    public bool Equals(AttributeRow? other) => other is not null && Account == other.Account && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Account, Id);
}
