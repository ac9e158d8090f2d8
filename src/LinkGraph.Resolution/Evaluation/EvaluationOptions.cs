namespace LinkGraph.Resolution.Evaluation;

/// <summary>How an evaluation draws its intervals.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Samples of operators, drawn with replacement; 0 leaves the intervals out.</summary>
    public int BootstrapSamples { get; init; } = 1_000;

    /// <summary>Seed of the draws: the same seed gives the same intervals.</summary>
    public int Seed { get; init; } = 1;
}
