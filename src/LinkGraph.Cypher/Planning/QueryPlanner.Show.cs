using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Planning.Commands;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>SHOW commands: a list, and what YIELD, WHERE and RETURN make of it.</summary>
internal sealed partial class QueryPlanner
{
    public QueryPlan Plan(ShowStatement statement)
    {
        if (statement.Commands is not [var command])
        {
            throw CypherErrors.NotSupported("Several SHOW commands in one statement are not known.", statement.Span.Start);
        }

        var list = ShowLists.Of(command, plan.Procedures);
        var slots = list.Columns.Select(_ => plan.Frame.Add()).ToArray();
        at = new Listing(list.Name, list.Rows, slots);
        for (var i = 0; i < slots.Length; i++)
        {
            scope = scope.With(list.Columns[i], slots[i]);
        }

        columns = [.. list.Columns.Zip(slots).Take(list.Shown)];
        if (command.Yield is { } yield)
        {
            Project(yield.All ? yield with { All = false, Items = [.. list.Columns.Select(c => new ProjectionItem(new Variable(c), null))] } : yield, command.Where, true);
        }
        else if (command.Where is { } where)
        {
            at = new Filter(at, new ExpressionCompiler(plan, scope).Predicate(where));
        }

        if (statement.Return is { } returned)
        {
            // The star gives the columns in their order, not in that of the alphabet.
            Project(returned.Projection is { All: true } all
                ? all with { All = false, Items = [.. columns.Select(c => new ProjectionItem(new Variable(c.Name), null)), .. all.Items] }
                : returned.Projection, null, true);
        }

        return new QueryPlan(at, [.. columns.Select(c => c.Name)], [.. columns.Select(c => c.Slot)], plan.Frame.Size, false);
    }
}
