namespace LinkGraph.Resolution.Evaluation;

/// <summary>
/// Sums over accounts from which agreement is computed. A pair counts half for each of its accounts, so that accounts, and with them
/// operators, can be drawn again by the bootstrap.
/// </summary>
internal record struct Tally
{
    private double _accounts, _truePairs, _clusterPairs, _entityPairs, _precision, _recall;

    /// <summary>Counts one account of which <paramref name="together"/> share both cluster and entity with it, itself included.</summary>
    public void Count(int together, int inCluster, int inEntity)
    {
        _accounts++;
        _truePairs += (together - 1) / 2.0;
        _clusterPairs += (inCluster - 1) / 2.0;
        _entityPairs += (inEntity - 1) / 2.0;
        _precision += (double)together / inCluster;
        _recall += (double)together / inEntity;
    }

    public void Add(in Tally other)
    {
        _accounts += other._accounts;
        _truePairs += other._truePairs;
        _clusterPairs += other._clusterPairs;
        _entityPairs += other._entityPairs;
        _precision += other._precision;
        _recall += other._recall;
    }

    public readonly Agreement Pairwise => Agree(_truePairs / Math.Max(1, _clusterPairs), _truePairs / Math.Max(1, _entityPairs));

    public readonly Agreement BCubed => Agree(_precision / Math.Max(1, _accounts), _recall / Math.Max(1, _accounts));

    private static Agreement Agree(double precision, double recall) =>
        new(precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
}
