using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>Subqueries. CALL { … } IN TRANSACTIONS may stand between reading clauses of a query that is no subquery and no part of a UNION.</summary>
internal sealed partial class SemanticAnalyzer
{
    private static void CheckTransactions(Query query)
    {
        if (query.Unions.Count > 0 && Batches(query) is { } united)
        {
            throw CypherErrors.Syntax("CALL { ... } IN TRANSACTIONS in a UNION is not supported", united.Span.Start);
        }

        var written = false;
        foreach (var clause in query.First.Clauses)
        {
            if (SyntaxWalk.Children(clause).Select(Batches).OfType<CallSubqueryClause>().FirstOrDefault() is { } nested)
            {
                throw CypherErrors.Syntax("CALL { ... } IN TRANSACTIONS nested in a regular CALL is not supported", nested.Span.Start);
            }

            if (clause is CallSubqueryClause { Transactions: { } transactions })
            {
                CheckBatches(transactions, written, clause);
            }
            else
            {
                written |= SyntaxWalk.Any(clause, n => n is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause);
            }
        }
    }

    /// <summary>What a scope clause imports keeps its meaning throughout the subquery.</summary>
    private static void CheckShadowing(Query query, Names imported)
    {
        foreach (var clause in query.Unions.Select(u => u.Query).Prepend(query.First).SelectMany(q => q.Clauses).OfType<WithClause>())
        {
            foreach (var item in clause.Projection.Items.Where(i => i.Alias is { } alias && imported.Has(alias.Name) && i.Expression != alias))
            {
                throw CypherErrors.Syntax(
                    $"The variable `{item.Alias!.Name}` is shadowing an imported variable with the same name and needs to be renamed", item.Alias.Span.Start);
            }
        }
    }

    private static void CheckBatches(InTransactions transactions, bool written, Clause clause)
    {
        if (written)
        {
            throw CypherErrors.Syntax("CALL { ... } IN TRANSACTIONS after a write clause is not supported", clause.Span.Start);
        }

        if (transactions.ReportStatus is { } status && transactions.OnError is TransactionErrorMode.Default or TransactionErrorMode.Fail)
        {
            throw CypherErrors.Syntax("REPORT STATUS can only be used when specifying ON ERROR CONTINUE or ON ERROR BREAK", status.Span.Start);
        }

        foreach (var number in new[] { transactions.BatchSize, transactions.Concurrency }.OfType<Expression>())
        {
            if (number is not (Parameter or IntegerLiteral { Value: > 0 }))
            {
                throw CypherErrors.Syntax("Invalid input. A positive integer is expected", number.Span.Start);
            }
        }
    }

    private static CallSubqueryClause? Batches(SyntaxNode node) => node is CallSubqueryClause { Transactions: not null } call
        ? call
        : SyntaxWalk.Children(node).Select(Batches).FirstOrDefault(c => c is not null);
}
