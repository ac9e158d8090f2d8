using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>SET, REMOVE or DELETE: something done for every row.</summary>
internal sealed class Change(string name, Operator input, Action<ExecutionState, Value[]>[] changes) : Operator
{
    public override string Name => name;

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            foreach (var change in changes)
            {
                change(state, row);
            }

            yield return r;
        }
    }
}

/// <summary>For every item of a list, clauses that write; rows pass unchanged.</summary>
internal sealed class Foreach(Operator input, Evaluator list, int slot, Operator body) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input, body];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            foreach (var item in Items(list(state, row)))
            {
                state.Check();
                row[slot] = item;
                foreach (var _ in body.Rows(state, row))
                {
                }
            }

            yield return r;
        }
    }

    private static Value[] Items(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList(),
        ValueKind.Null => [],
        _ => [value],
    };
}
