using System.Text;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    private readonly StringBuilder _out = new();

    public override string ToString() => _out.ToString();

    public void Node(SyntaxNode node)
    {
        switch (node)
        {
            case Statement statement: Statement(statement); break;
            case Query query: Query(query); break;
            case SingleQuery query: Join(query.Clauses, Clause, " "); break;
            case Clause clause: Clause(clause); break;
            case PathPattern pattern: Path(pattern); break;
            case PathElement element: Element(element); break;
            case LabelExpression labels: Labels(labels); break;
            case Expression expression: Expression(expression); break;
            case CypherType type: Type(type); break;
            case Projection projection: Projection(projection); break;
            case SetItem item: SetItem(item); break;
            case RemoveItem item: RemoveItem(item); break;
            default: throw new ArgumentException($"A {node.GetType().Name} does not stand alone", nameof(node));
        }
    }

    private Printer Put(string text)
    {
        _out.Append(text);
        return this;
    }

    private void PutIf(bool condition, string text)
    {
        if (condition) _out.Append(text);
    }

    private void Join<T>(IReadOnlyList<T> items, Action<T> print, string separator = ", ")
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) _out.Append(separator);
            print(items[i]);
        }
    }

    private void Optional(string keyword, Expression? expression)
    {
        if (expression is null) return;
        Put(keyword);
        Expression(expression);
    }

    private void Name(string name) => _out.Append(Names.Quoted(name));

    private void DottedName(IReadOnlyList<string> parts) => Join(parts, Name, ".");

    private void Statement(Statement statement)
    {
        if (statement.Options.Count > 0)
        {
            Put("CYPHER ");
            foreach (var option in statement.Options)
            {
                if (option.Name != "version") Put(option.Name).Put("=");
                Put(option.Value).Put(" ");
            }
        }
        PutIf(statement.Mode == StatementMode.Explain, "EXPLAIN ");
        PutIf(statement.Mode == StatementMode.Profile, "PROFILE ");
        switch (statement)
        {
            case QueryStatement query: Query(query.Query); break;
            case ShowStatement show: Show(show); break;
            case SchemaCommand command: Schema(command); break;
        }
    }

    private void Query(Query query)
    {
        Join(query.First.Clauses, Clause, " ");
        foreach (var union in query.Unions)
        {
            Put(union.All ? " UNION ALL " : " UNION ");
            Join(union.Query.Clauses, Clause, " ");
        }
    }
}
