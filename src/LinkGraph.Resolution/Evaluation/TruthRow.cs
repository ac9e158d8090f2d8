namespace LinkGraph.Resolution.Evaluation;

/// <summary>What is true of one judged account. Accounts without a row are unjudged and left out of every figure.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Entity">Who runs it: a person, a company, an operator. Accounts of one entity belong together.</param>
/// <param name="Operator">The operator it is a fake account of; null for honest accounts.</param>
public sealed record TruthRow(string Account, string Entity, string? Operator);
