namespace LinkGraph.TckTests.Running;

/// <summary>How a query ended: with a table or with an error.</summary>
public sealed class TckOutcome
{
    private TckOutcome(TckTable? table, TckError? error) => (Table, Error) = (table, error);

    /// <summary>Null if there was an error.</summary>
    public TckTable? Table { get; }

    /// <summary>Null if there was none.</summary>
    public TckError? Error { get; }

    public static TckOutcome Of(TckTable table) => new(table, null);

    public static TckOutcome Of(TckError error) => new(null, error);
}
