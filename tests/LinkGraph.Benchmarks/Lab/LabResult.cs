using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>What one resolver made of one world.</summary>
internal sealed record LabResult(
    LabWorld World, ulong Seed, string Variant, string Resolver, EvaluationReport Report, TimeSpan Time, long Megabytes)
{
    /// <summary>Fakes in a cluster with five fakes or more, 0 to 1.</summary>
    public double Caught => Share(Report.Operators.Caught, Report.Operators.Accounts);

    /// <summary>Operators found, 0 to 1.</summary>
    public double Found => Share(Report.Operators.Found, Report.Operators.Count);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
