namespace LinkGraph.Ingestion.Settling;

/// <summary>What a settling has changed in the graph; all zero where nothing was due.</summary>
/// <param name="Templates">Templates on two accounts or more that there are now.</param>
/// <param name="SentWritten">Uses of templates made or corrected.</param>
/// <param name="SentRemoved">Uses of templates removed.</param>
/// <param name="TotalsWritten">Accounts whose prompt totals were corrected.</param>
/// <param name="ExitsWritten">Addresses whose proxy was corrected.</param>
/// <param name="UnreadableNetworks">Networks in the graph whose text is no address or prefix; they were left out.</param>
public sealed record SettlingSummary(
    int Templates, int SentWritten, int SentRemoved, int TotalsWritten, int ExitsWritten, int UnreadableNetworks);
