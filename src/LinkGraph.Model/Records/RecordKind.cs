namespace LinkGraph.Model.Records;

/// <summary>The five kinds of input record; a file's name begins with the kind (<c>accounts.ndjson</c>, <c>payment_methods.csv</c>, ...).</summary>
public enum RecordKind
{
    Accounts,
    PaymentMethods,
    Proxies,
    Exchanges,
    Models,
}
