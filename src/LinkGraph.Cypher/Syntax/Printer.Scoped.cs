using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    private void Scoped(Expression expression)
    {
        switch (expression)
        {
            case ListComprehension list: Comprehension(list); break;
            case PatternComprehension pattern:
                Put("[");
                Path(pattern.Pattern);
                Optional(" WHERE ", pattern.Where);
                Optional(" | ", pattern.Projection);
                Put("]");
                break;
            case ReduceExpression reduce: Reduce(reduce); break;
            case QuantifierExpression quantifier: Quantified(quantifier); break;
            case PatternExpression pattern: Path(pattern.Pattern); break;
            case ExistsExpression exists: Subquery("EXISTS", exists.Query); break;
            case CountExpression count: Subquery("COUNT", count.Query); break;
            case CollectExpression collect: Subquery("COLLECT", collect.Query); break;
            case MapProjection projection:
                Expression(projection.Variable);
                Put(" {");
                Join(projection.Items, MapItem);
                Put("}");
                break;
            case SearchedCase searched: Case(searched); break;
            case SimpleCase simple: Case(simple); break;
            default: throw new ArgumentException($"A {expression.GetType().Name} does not stand alone", nameof(expression));
        }
    }

    private void Comprehension(ListComprehension list)
    {
        Put("[");
        Expression(list.Variable);
        Put(" IN ");
        Expression(list.List);
        Optional(" WHERE ", list.Where);
        Optional(" | ", list.Projection);
        Put("]");
    }

    private void Reduce(ReduceExpression reduce)
    {
        Put("reduce(");
        Expression(reduce.Accumulator);
        Put(" = ");
        Expression(reduce.Initial);
        Put(", ");
        Expression(reduce.Variable);
        Put(" IN ");
        Expression(reduce.List);
        Put(" | ");
        Expression(reduce.Body);
        Put(")");
    }

    private void Quantified(QuantifierExpression quantifier)
    {
        Put(quantifier.Kind switch
        {
            QuantifierKind.All => "all(",
            QuantifierKind.Any => "any(",
            QuantifierKind.None => "none(",
            _ => "single(",
        });
        Expression(quantifier.Variable);
        Put(" IN ");
        Expression(quantifier.List);
        Put(" WHERE ");
        Expression(quantifier.Where);
        Put(")");
    }

    private void Subquery(string word, Query query)
    {
        Put(word).Put(" { ");
        Query(query);
        Put(" }");
    }

    private void MapItem(MapProjectionItem item)
    {
        switch (item)
        {
            case ProjectedAll: Put(".*"); break;
            case ProjectedProperty property: Put("."); Name(property.Key); break;
            case ProjectedVariable variable: Expression(variable.Variable); break;
            case ProjectedEntry entry: Entry(entry.Key, entry.Value); break;
        }
    }

    private void Case(SearchedCase searched)
    {
        Put("CASE");
        foreach (var branch in searched.Branches)
        {
            Optional(" WHEN ", branch.Condition);
            Optional(" THEN ", branch.Result);
        }
        Optional(" ELSE ", searched.Else);
        Put(" END");
    }

    private void Case(SimpleCase simple)
    {
        Optional("CASE ", simple.Subject);
        foreach (var branch in simple.Branches)
        {
            Put(" WHEN ");
            Join(branch.Tests, CaseTest);
            Optional(" THEN ", branch.Result);
        }
        Optional(" ELSE ", simple.Else);
        Put(" END");
    }

    private void CaseTest(Expression test)
    {
        // WHEN 1 rather than WHEN = 1.
        if (test is ComparisonExpression { First: CaseSubject, Rest: [{ Operator: ComparisonOperator.Equal } plain] })
            Expression(plain.Operand);
        else Expression(test);
    }
}
