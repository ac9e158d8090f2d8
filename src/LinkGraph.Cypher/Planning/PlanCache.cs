using System.Collections.Concurrent;
using LinkGraph.Cypher.Binding;
using LinkGraph.Cypher.Planning.Commands;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>Plans by query text, as long as the schema stays and the graph has not grown to several times its size.</summary>
internal sealed class PlanCache(ProcedureRegistry procedures)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Query, long Schema, int Size), QueryPlan> plans = new();

    public QueryPlan Plan(string query, IGraphView view)
    {
        var key = (query, view.Schema.Version, (int)Math.Log2(view.NodeCount + view.RelationshipCount + 1));
        if (plans.TryGetValue(key, out var plan))
        {
            return plan;
        }

        var statement = CypherParser.Parse(query);
        plan = Plan(statement, new PlanContext(view, procedures)) with
        {
            Parameters = Parameters(statement),
            Mode = statement.Mode,
            CommitsInParts = SyntaxWalk.Any(statement, n => n is InTransactions),
        };
        if (plans.Count >= Most)
        {
            plans.Clear();
        }

        plans[key] = plan;
        return plan;
    }

    private QueryPlan Plan(Statement statement, PlanContext context)
    {
        switch (statement)
        {
            case QueryStatement { Query: var query }:
                new SemanticAnalyzer(procedures).Check(query);
                return new QueryPlanner(context).Plan(query) with { IsSchema = IsOfServer(query) };
            case ShowStatement show:
                return new QueryPlanner(context).Plan(show);
            case SchemaCommand command:
                return new QueryPlan(SchemaCommands.Plan(command), [], [], 0, true) { IsSchema = true };
            default:
                throw CypherErrors.NotSupported($"{statement.GetType().Name} is not known.", statement.Span.Start);
        }
    }

    /// <summary>Neo4j counts a call that asks the server something, not the graph, among the commands.</summary>
    private bool IsOfServer(Query query) =>
        query is { Unions.Count: 0, First.Clauses: [CallProcedureClause call] } && procedures.Find(call.Procedure.FullName) is { IsOfServer: true };

    /// <summary>Those that are named, and those that a procedure called without parentheses takes its arguments from.</summary>
    private List<string> Parameters(Statement statement)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        SyntaxWalk.Any(statement, node =>
        {
            if (node is Parameter parameter)
            {
                names.Add(parameter.Name);
            }
            else if (node is CallProcedureClause { Arguments: null } call)
            {
                names.UnionWith(procedures.Find(call.Procedure.FullName) is { } procedure
                    ? procedure.Inputs.SkipLast(procedure.Defaults.Count).Select(i => i.Name)
                    : []);
            }

            return false;
        });
        return [.. names];
    }
}
