using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>A step of a plan. It holds nothing of an execution, so that a plan may be kept and run many times at once.</summary>
internal abstract class Operator
{
    /// <summary>As EXPLAIN names it.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>What EXPLAIN adds: variables, labels, expressions.</summary>
    public string Details { get; init; } = "";

    /// <summary>Rows that the planner expects.</summary>
    public double Estimate { get; init; } = 1;

    public virtual IReadOnlyList<Operator> Inputs => [];

    /// <summary>Runs beside the row as it stands: what is in it is the argument.</summary>
    public IEnumerable<Row> Rows(ExecutionState state, Value[] row) =>
        state.Profile is { } profile ? profile.Count(this, Run(state, row)) : Run(state, row);

    protected abstract IEnumerable<Row> Run(ExecutionState state, Value[] row);
}
