namespace LinkGraph.Resolution.Evaluation;

/// <summary>How well assigned clusters agree with the truth. Shares are 0 to 1; counts are of judged accounts.</summary>
/// <param name="Accounts">Judged accounts: the rows of the truth.</param>
/// <param name="Pairwise">Over pairs of accounts. One large operator drowns everything else here.</param>
/// <param name="BCubed">Every account counts the same.</param>
/// <param name="OperatorBCubed">B-cubed over the members of true operators alone.</param>
/// <param name="Sizes">By true size, entities of one account left out.</param>
/// <param name="Operators">What became of the operators.</param>
/// <param name="Honest">What became of honest accounts.</param>
/// <param name="Intervals">95% intervals by bootstrap over operators; null without operators or samples.</param>
public sealed record EvaluationReport(
    int Accounts, Agreement Pairwise, Agreement BCubed, Agreement OperatorBCubed,
    IReadOnlyList<SizeBand> Sizes, OperatorFigures Operators, HonestFigures Honest, Intervals? Intervals);

/// <summary>Precision, recall and their harmonic mean.</summary>
public sealed record Agreement(double Precision, double Recall, double F1);

/// <summary>True entities of one band of sizes.</summary>
/// <param name="Name">The band, for example <c>6-20</c>.</param>
/// <param name="Entities">How many there are.</param>
/// <param name="Recall">Mean share of an entity's accounts that its best cluster holds.</param>
/// <param name="Purity">Mean share of that cluster that is the entity's.</param>
/// <param name="Found">Entities of which both are half or more.</param>
/// <param name="Exact">Entities whose accounts are one cluster, no more and no less.</param>
public sealed record SizeBand(string Name, int Entities, double Recall, double Purity, int Found, int Exact);

/// <summary>What became of the true operators.</summary>
/// <param name="Count">True operators.</param>
/// <param name="Found">With half or more of their accounts in one cluster of which they are half or more.</param>
/// <param name="Accounts">Their accounts: the fakes.</param>
/// <param name="Caught">Fakes in a cluster with five fakes or more.</param>
/// <param name="MeanRecall">Mean over operators of the share that the best cluster holds.</param>
/// <param name="MeanPurity">Mean over operators of their share of that cluster.</param>
public sealed record OperatorFigures(int Count, int Found, int Accounts, int Caught, double MeanRecall, double MeanPurity);

/// <summary>What became of honest accounts.</summary>
/// <param name="Accounts">Honest accounts judged.</param>
/// <param name="Absorbed">In a cluster with five fakes or more.</param>
/// <param name="AbsorbedPer100K">Of 100,000 honest accounts.</param>
/// <param name="AbsorbedIncidents">Clusters that absorbed somebody.</param>
/// <param name="Merged">In a cluster with an account of anybody else's; the absorbed included.</param>
/// <param name="MergedPer100K">Of 100,000 honest accounts.</param>
/// <param name="MergedIncidents">Clusters that merged somebody.</param>
public sealed record HonestFigures(
    int Accounts, int Absorbed, double AbsorbedPer100K, int AbsorbedIncidents, int Merged, double MergedPer100K, int MergedIncidents);

/// <summary>95% intervals of the figures that operators decide, honest accounts held as they are.</summary>
public sealed record Intervals(
    Interval PairwiseF1, Interval BCubedF1, Interval OperatorBCubedF1, Interval MeanRecall, Interval MeanPurity, Interval Found, Interval Absorbed);

/// <summary>Between which values a figure lies in 95% of the samples.</summary>
public sealed record Interval(double Low, double High);
