using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    private void Clause(Clause clause)
    {
        switch (clause)
        {
            case MatchClause match: Match(match); break;
            case UnwindClause unwind: Put("UNWIND "); Expression(unwind.List); Put(" AS "); Expression(unwind.Variable); break;
            case WithClause with: Put("WITH "); Projection(with.Projection); Optional(" WHERE ", with.Where); break;
            case ReturnClause returned: Put("RETURN "); Projection(returned.Projection); break;
            case OrderClause order: Order(order.OrderBy, order.Skip, order.Limit, ""); break;
            case CreateClause create: Put(create.Insert ? "INSERT " : "CREATE "); Join(create.Patterns, Path); break;
            case MergeClause merge: Merge(merge); break;
            case SetClause set: Put("SET "); Join(set.Items, SetItem); break;
            case RemoveClause remove: Put("REMOVE "); Join(remove.Items, RemoveItem); break;
            case DeleteClause delete: Delete(delete); break;
            case ForeachClause each: Foreach(each); break;
            case CallProcedureClause call: CallProcedure(call); break;
            case CallSubqueryClause call: CallSubquery(call); break;
            case LoadCsvClause load: LoadCsv(load); break;
            case UseClause { Graph: NamedGraph graph }: Put("USE "); DottedName(graph.Name); break;
            case UseClause { Graph: GraphFunction graph }: Put("USE "); Expression(graph.Function); break;
            case FinishClause: Put("FINISH"); break;
        }
    }

    private void Match(MatchClause match)
    {
        PutIf(match.Optional, "OPTIONAL ");
        Put("MATCH ");
        Join(match.Patterns, Path);
        foreach (var hint in match.Hints) Hint(hint);
        Optional(" WHERE ", match.Where);
    }

    private void Hint(Hint hint)
    {
        Put(" USING ");
        switch (hint)
        {
            case JoinHint join:
                Put("JOIN ON ");
                Join(join.Variables, Expression);
                break;
            case ScanHint scan:
                Put("SCAN ");
                Name(scan.Variable.Name);
                Put(":");
                Name(scan.LabelOrType);
                break;
            case IndexHint index:
                PutIf(index.Kind != IndexHintKind.Any, index.Kind.ToString().ToUpperInvariant() + " ");
                Put(index.Seek ? "INDEX SEEK " : "INDEX ");
                Name(index.Variable.Name);
                Put(":");
                Name(index.LabelOrType);
                Put("(");
                Join(index.Properties, Name);
                Put(")");
                break;
        }
    }

    private void Projection(Projection projection)
    {
        PutIf(projection.Distinct, "DISTINCT ");
        PutIf(projection.All, projection.Items.Count > 0 ? "*, " : "*");
        Join(projection.Items, item =>
        {
            Expression(item.Expression);
            Optional(" AS ", item.Alias);
        });
        Order(projection.OrderBy, projection.Skip, projection.Limit, " ");
    }

    private void Order(SyntaxList<SortItem> order, Expression? skip, Expression? limit, string separator)
    {
        if (order.Count > 0)
        {
            Put(separator).Put("ORDER BY ");
            Join(order, item =>
            {
                Expression(item.Expression);
                PutIf(item.Descending, " DESC");
            });
            separator = " ";
        }
        if (skip is not null)
        {
            Optional(separator + "SKIP ", skip);
            separator = " ";
        }
        Optional(separator + "LIMIT ", limit);
    }

    private void Merge(MergeClause merge)
    {
        Put("MERGE ");
        Path(merge.Pattern);
        foreach (var action in merge.Actions)
        {
            Put(action.OnCreate ? " ON CREATE SET " : " ON MATCH SET ");
            Join(action.Items, SetItem);
        }
    }

    private void SetItem(SetItem item)
    {
        switch (item)
        {
            case SetProperty set: Expression(set.Target); Put(" = "); Expression(set.Value); break;
            case SetDynamicProperty set: Expression(set.Target); Put(" = "); Expression(set.Value); break;
            case ReplaceProperties replace: Expression(replace.Variable); Put(" = "); Expression(replace.Value); break;
            case AddProperties add: Expression(add.Variable); Put(" += "); Expression(add.Value); break;
            case SetLabels set: LabelList(set.Variable, set.Labels); break;
        }
    }

    private void RemoveItem(RemoveItem item)
    {
        switch (item)
        {
            case RemoveProperty remove: Expression(remove.Target); break;
            case RemoveDynamicProperty remove: Expression(remove.Target); break;
            case RemoveLabels remove: LabelList(remove.Variable, remove.Labels); break;
        }
    }

    private void LabelList(Variable variable, SyntaxList<LabelExpression> labels)
    {
        Expression(variable);
        foreach (var label in labels)
        {
            Put(":");
            Labels(label);
        }
    }

    private void Delete(DeleteClause delete)
    {
        Put(delete.Mode switch { DeleteMode.Detach => "DETACH DELETE ", DeleteMode.NoDetach => "NODETACH DELETE ", _ => "DELETE " });
        Join(delete.Expressions, Expression);
    }

    private void Foreach(ForeachClause each)
    {
        Put("FOREACH (");
        Expression(each.Variable);
        Put(" IN ");
        Expression(each.List);
        Put(" | ");
        Join(each.Updates, Clause, " ");
        Put(")");
    }

    private void CallProcedure(CallProcedureClause call)
    {
        Put(call.Optional ? "OPTIONAL CALL " : "CALL ");
        DottedName([.. call.Procedure.Namespace, call.Procedure.Name]);
        if (call.Arguments is { } arguments)
        {
            Put("(");
            Join(arguments, Expression);
            Put(")");
        }
        if (call.Yield is not { } yield) return;
        Put(yield.All ? " YIELD *" : " YIELD ");
        Join(yield.Items, item =>
        {
            Name(item.Column);
            Optional(" AS ", item.Alias);
        });
        Optional(" WHERE ", yield.Where);
    }

    private void CallSubquery(CallSubqueryClause call)
    {
        Put(call.Optional ? "OPTIONAL CALL " : "CALL ");
        if (call.Scope is { } scope)
        {
            Put(scope.All ? "(*" : "(");
            Join(scope.Variables, Expression);
            Put(") ");
        }
        Put("{ ");
        Query(call.Query);
        Put(" }");
        if (call.Transactions is not { } transactions) return;
        Put(" IN ");
        Optional("", transactions.Concurrency);
        PutIf(transactions.Concurrency is not null, " ");
        Put(transactions.Concurrent ? "CONCURRENT TRANSACTIONS" : "TRANSACTIONS");
        if (transactions.BatchSize is { } size)
        {
            Optional(" OF ", size);
            Put(" ROWS");
        }
        PutIf(transactions.OnError != TransactionErrorMode.Default, $" ON ERROR {transactions.OnError.ToString().ToUpperInvariant()}");
        Optional(" REPORT STATUS AS ", transactions.ReportStatus);
    }

    private void LoadCsv(LoadCsvClause load)
    {
        Put(load.WithHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ");
        Expression(load.Url);
        Put(" AS ");
        Expression(load.Variable);
        if (load.FieldTerminator is { } terminator) Put(" FIELDTERMINATOR ").Put(Names.String(terminator));
    }
}
