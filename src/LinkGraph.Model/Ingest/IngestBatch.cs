namespace LinkGraph.Model.Ingest;

/// <summary>
/// What one transaction writes: some thousands of rows, pre-aggregated per (account, fact) and sorted by fact, and the checkpoint that
/// makes them count exactly once. A batch whose <see cref="Checkpoint.Seq"/> the graph has seen already is not applied again.
/// </summary>
public sealed record IngestBatch(Checkpoint Checkpoint)
{
    public IReadOnlyList<AccountRow> Accounts { get; init; } = [];
    public IReadOnlyList<ActivityRow> Activity { get; init; } = [];
    public IReadOnlyList<PaymentRow> Payments { get; init; } = [];
    public IReadOnlyList<UseRow> Addresses { get; init; } = [];
    public IReadOnlyList<UseRow> Clients { get; init; } = [];
    public IReadOnlyList<UseRow> ModelUses { get; init; } = [];
    public IReadOnlyList<WindowRow> Windows { get; init; } = [];
    public IReadOnlyList<NetworkRow> Networks { get; init; } = [];
    public IReadOnlyList<ModelRow> Models { get; init; } = [];
    public IReadOnlyList<AttributeRow> Attributes { get; init; } = [];

    /// <summary>Rows in all lists together.</summary>
    public int RowCount => Accounts.Count + Activity.Count + Payments.Count + Addresses.Count + Clients.Count + ModelUses.Count
        + Windows.Count + Networks.Count + Models.Count + Attributes.Count;
}
