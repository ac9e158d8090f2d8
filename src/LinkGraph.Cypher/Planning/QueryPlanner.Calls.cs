using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Execution.Writing;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>CALL { … } IN TRANSACTIONS, LOAD CSV, USE.</summary>
internal sealed partial class QueryPlanner
{
    private const long DefaultBatch = 1000;

    private void InTransactions(CallSubqueryClause call, InTransactions transactions, Operator body, int[] before, int[] produced)
    {
        body = call.Optional ? new OptionalApply(new Argument(), body, produced) : body;
        Evaluator size = transactions.BatchSize is { } given ? new ExpressionCompiler(plan, Scope.Empty).Compile(given) : (_, _) => Value.Of(DefaultBatch);
        var status = transactions.ReportStatus is null ? -1 : plan.Frame.Add();
        at = new TransactionApply(at, body, before, produced, size, transactions.OnError, status);
        if (transactions.ReportStatus is { } variable)
        {
            scope = scope.With(variable.Name, status);
        }
    }

    private void Load(LoadCsvClause load)
    {
        BeforeReading();
        var slot = plan.Frame.Add();
        at = new LoadCsv(at, new ExpressionCompiler(plan, scope).Compile(load.Url), slot, load.WithHeaders, load.FieldTerminator is [var one] ? one : ',')
        {
            Details = load.Variable.Name,
        };
        scope = scope.With(load.Variable.Name, slot);
    }

    /// <summary>There is one graph; naming it changes nothing.</summary>
    private static void Use(UseClause use)
    {
        if (use.Graph is not NamedGraph { Name: [var name] } || !name.Equals("neo4j", StringComparison.OrdinalIgnoreCase))
        {
            throw CypherErrors.DatabaseNotFound("There is one graph here, and its name is neo4j.", use.Span.Start);
        }
    }
}
