namespace LinkGraph.Simulation;

/// <summary>What a world consists of.</summary>
/// <param name="Folder">Where it is, as a full path.</param>
/// <param name="Files">Records by file name, in the order of the names; truth.csv without its header.</param>
/// <param name="HonestAccounts">Accounts of people, those in crowds included.</param>
/// <param name="OperatorAccounts">Accounts that operators run.</param>
/// <param name="Operators">How many operators.</param>
/// <param name="UnjudgedAccounts">Accounts left out of the truth: companies and families on one card.</param>
/// <param name="Bytes">Of all files together, before compression.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record GenerateReport(
    string Folder, IReadOnlyDictionary<string, long> Files, int HonestAccounts, int OperatorAccounts, int Operators,
    int UnjudgedAccounts, long Bytes, TimeSpan Elapsed);
