namespace LinkGraph.Simulation;

/// <summary>How far a world has been written.</summary>
/// <param name="Accounts">Written so far.</param>
/// <param name="TotalAccounts">To be written.</param>
/// <param name="Exchanges">Made so far.</param>
/// <param name="Bytes">Made so far, before compression.</param>
public readonly record struct GenerateProgress(int Accounts, int TotalAccounts, long Exchanges, long Bytes);
