using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>For every row: what matches; if nothing does, it is made. A row sees what the rows before it made.</summary>
internal sealed class Merge(
    Operator input, Operator match, Creation[] creations, Action<ExecutionState, Value[]>[] onCreate, Action<ExecutionState, Value[]>[] onMatch, (Evaluator Value, string What)[] required)
    : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input, match];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            foreach (var (value, what) in required)
            {
                if (value(state, row).IsNull)
                {
                    throw new CypherException("Neo.ClientError.Statement.SemanticError", $"Cannot merge the following {what} because of null property value");
                }
            }

            var any = false;
            foreach (var matched in match.Rows(state, row))
            {
                any = true;
                Do(onMatch, state, row);
                yield return matched;
            }

            if (!any)
            {
                foreach (var creation in creations)
                {
                    creation.Run(state, row);
                }

                Do(onCreate, state, row);
                yield return r;
            }
        }
    }

    private static void Do(Action<ExecutionState, Value[]>[] actions, ExecutionState state, Value[] row)
    {
        foreach (var action in actions)
        {
            action(state, row);
        }
    }
}
