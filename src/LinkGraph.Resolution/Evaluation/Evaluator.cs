namespace LinkGraph.Resolution.Evaluation;

/// <summary>Judges assigned clusters by the truth.</summary>
public static class Evaluator
{
    /// <summary>A cluster with as many fakes is an operator's: honest accounts in it are absorbed.</summary>
    private const int FakesOfAnOperator = 5;

    private static readonly (string Name, int From, int To)[] s_bands =
    [
        ("2-5", 2, 5), ("6-20", 6, 20), ("21-100", 21, 100), ("101-1,000", 101, 1_000), ("more", 1_001, int.MaxValue),
    ];

    /// <summary>Judges <paramref name="assignments"/> (account to operator; accounts left out are clusters of one).</summary>
    /// <exception cref="ArgumentException">The truth names an account twice.</exception>
    public static EvaluationReport Evaluate(
        IReadOnlyList<TruthRow> truth, IReadOnlyDictionary<string, string> assignments, EvaluationOptions? options = null)
    {
        var judged = Judged.From(truth, assignments);
        var entities = new Overlap(judged.Entity, judged.Cluster);
        var operators = new Overlap(judged.Operator, judged.Cluster);
        var outcomes = Outcomes(judged, entities, operators);
        var honest = HonestTally(judged, entities);
        var ofOperators = new Tally();
        foreach (var outcome in outcomes)
            ofOperators.Add(outcome.Tally);
        var all = ofOperators;
        all.Add(honest);
        return new EvaluationReport(
            truth.Count, all.Pairwise, all.BCubed, ofOperators.BCubed,
            Sizes(entities, judged), Operators(outcomes, judged), Honest(judged, entities),
            Bootstrap.Intervals(outcomes, honest, options ?? new EvaluationOptions()));
    }

    private static OperatorOutcome[] Outcomes(Judged judged, Overlap entities, Overlap operators)
    {
        var tallies = new Tally[operators.Groups];
        var absorbed = new double[operators.Groups];
        for (int i = 0; i < judged.Count; i++)
        {
            int cluster = judged.Cluster[i], index = judged.Operator[i];
            if (index < 0)
                continue;
            tallies[index].Count(entities.Shared(judged.Entity[i], cluster), judged.ClusterSize[cluster], entities.Size(judged.Entity[i]));
            // An honest account that several operators absorb is shared among them, by their fakes in the cluster.
            if (judged.Fakes[cluster] >= FakesOfAnOperator)
                absorbed[index] += (double)(judged.ClusterSize[cluster] - judged.Fakes[cluster]) / judged.Fakes[cluster];
        }
        return [.. tallies.Select((tally, index) => Outcome(index, tally, absorbed[index], operators, judged))];
    }

    private static OperatorOutcome Outcome(int index, in Tally tally, double absorbed, Overlap operators, Judged judged)
    {
        var (recall, purity, found) = Best(index, operators, judged);
        return new OperatorOutcome(tally, recall, purity, found, absorbed);
    }

    private static (double Recall, double Purity, bool Found) Best(int group, Overlap groups, Judged judged)
    {
        var (cluster, accounts) = groups.Best(group);
        int size = groups.Size(group), clusterSize = judged.ClusterSize[cluster];
        return ((double)accounts / size, (double)accounts / clusterSize, 2 * accounts >= size && 2 * accounts >= clusterSize);
    }

    private static Tally HonestTally(Judged judged, Overlap entities)
    {
        var tally = new Tally();
        for (int i = 0; i < judged.Count; i++)
        {
            int cluster = judged.Cluster[i], entity = judged.Entity[i];
            if (judged.Operator[i] < 0)
                tally.Count(entities.Shared(entity, cluster), judged.ClusterSize[cluster], entities.Size(entity));
        }
        return tally;
    }

    private static List<SizeBand> Sizes(Overlap entities, Judged judged)
    {
        var bands = new List<SizeBand>();
        foreach (var (name, from, to) in s_bands)
        {
            var inBand = Enumerable.Range(0, entities.Groups).Where(e => entities.Size(e) >= from && entities.Size(e) <= to).ToArray();
            var best = inBand.Select(e => Best(e, entities, judged)).ToArray();
            bands.Add(new SizeBand(
                name, inBand.Length,
                best.Select(b => b.Recall).DefaultIfEmpty().Average(), best.Select(b => b.Purity).DefaultIfEmpty().Average(),
                best.Count(b => b.Found), best.Count(b => b is { Recall: 1, Purity: 1 })));
        }
        return bands;
    }

    private static OperatorFigures Operators(OperatorOutcome[] outcomes, Judged judged) => new(
        outcomes.Length, outcomes.Count(o => o.Found), judged.Fakes.Sum(), judged.Fakes.Where(f => f >= FakesOfAnOperator).Sum(),
        outcomes.Select(o => o.Recall).DefaultIfEmpty().Average(), outcomes.Select(o => o.Purity).DefaultIfEmpty().Average());

    private static HonestFigures Honest(Judged judged, Overlap entities)
    {
        var entitiesIn = entities.GroupsByCluster(judged.ClusterSize.Length);
        int accounts = 0, absorbed = 0, absorbing = 0, merged = 0, merging = 0;
        for (int c = 0; c < judged.ClusterSize.Length; c++)
        {
            int honest = judged.ClusterSize[c] - judged.Fakes[c];
            accounts += honest;
            if (honest == 0)
                continue;
            if (judged.Fakes[c] >= FakesOfAnOperator)
                (absorbed, absorbing) = (absorbed + honest, absorbing + 1);
            if (entitiesIn[c] > 1)
                (merged, merging) = (merged + honest, merging + 1);
        }
        double per100K = 100_000.0 / Math.Max(1, accounts);
        return new HonestFigures(accounts, absorbed, absorbed * per100K, absorbing, merged, merged * per100K, merging);
    }
}
