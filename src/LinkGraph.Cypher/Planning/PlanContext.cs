using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>What the planning of one statement shares: slots, statistics, procedures.</summary>
internal sealed class PlanContext(IGraphView view, ProcedureRegistry procedures)
{
    public Frame Frame { get; } = new();

    public Statistics Statistics { get; } = new(view);

    public ProcedureRegistry Procedures { get; } = procedures;

    /// <summary>Some part of the statement writes.</summary>
    public bool Writes { get; set; }

    /// <summary>Plans a subquery of an expression: it runs beside the row as it stands.</summary>
    public (Operator Plan, IReadOnlyList<(string Name, int Slot)> Columns) Subquery(Query query, Scope scope) =>
        new QueryPlanner(this).PlanNested(query, scope);
}
