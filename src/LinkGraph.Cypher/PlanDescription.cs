using LinkGraph.Cypher.Execution;

namespace LinkGraph.Cypher;

/// <summary>A plan as EXPLAIN and PROFILE show it.</summary>
/// <param name="Operator">What the step does.</param>
/// <param name="Details">With what.</param>
/// <param name="EstimatedRows">Rows that the planner expects.</param>
/// <param name="Rows">Rows that it gave; null unless profiled.</param>
/// <param name="Children">The steps that feed it.</param>
public sealed record PlanDescription(string Operator, string Details, double EstimatedRows, long? Rows, IReadOnlyList<PlanDescription> Children)
{
    internal static PlanDescription Of(Operator step, Profile? profile) => new(
        step.Name, step.Details, step.Estimate, profile?.RowsOf(step), [.. step.Inputs.Select(i => Of(i, profile))]);
}
