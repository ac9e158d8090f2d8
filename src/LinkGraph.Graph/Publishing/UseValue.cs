namespace LinkGraph.Graph.Publishing;

/// <summary>Properties of USES that make it differ.</summary>
internal sealed record UseValue(long Accounts, double Share, double Lift);
