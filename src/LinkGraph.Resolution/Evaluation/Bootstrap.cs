namespace LinkGraph.Resolution.Evaluation;

/// <summary>Intervals by drawing operators with replacement: how far the figures hang on which operators there happen to be.</summary>
internal static class Bootstrap
{
    private const double Tail = 0.025;

    public static Intervals? Intervals(OperatorOutcome[] outcomes, in Tally honest, EvaluationOptions options)
    {
        if (outcomes.Length == 0 || options.BootstrapSamples == 0)
            return null;
        var random = new Random(options.Seed);
        var samples = new Sample[options.BootstrapSamples];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Draw(outcomes, honest, random);
        return new Intervals(
            Of(samples, s => s.PairwiseF1), Of(samples, s => s.BCubedF1), Of(samples, s => s.OperatorBCubedF1),
            Of(samples, s => s.Recall), Of(samples, s => s.Purity), Of(samples, s => s.Found), Of(samples, s => s.Absorbed));
    }

    private static Sample Draw(OperatorOutcome[] outcomes, in Tally honest, Random random)
    {
        var operators = new Tally();
        double recall = 0, purity = 0, found = 0, absorbed = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            var drawn = outcomes[random.Next(outcomes.Length)];
            operators.Add(drawn.Tally);
            recall += drawn.Recall;
            purity += drawn.Purity;
            found += drawn.Found ? 1 : 0;
            absorbed += drawn.Absorbed;
        }
        var all = operators;
        all.Add(honest);
        return new Sample(
            all.Pairwise.F1, all.BCubed.F1, operators.BCubed.F1, recall / outcomes.Length, purity / outcomes.Length, found, absorbed);
    }

    private static Interval Of(Sample[] samples, Func<Sample, double> figure)
    {
        var sorted = samples.Select(figure).Order().ToArray();
        int cut = (int)(Tail * sorted.Length);
        return new Interval(sorted[cut], sorted[^(cut + 1)]);
    }

    private sealed record Sample(
        double PairwiseF1, double BCubedF1, double OperatorBCubedF1, double Recall, double Purity, double Found, double Absorbed);
}
