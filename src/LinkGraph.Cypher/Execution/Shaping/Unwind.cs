using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>A row for every item of a list; none for null; what is no list counts as a list of one.</summary>
internal sealed class Unwind(Operator input, Evaluator list, int slot) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            var before = state.Memory.Used;
            var value = list(state, row);
            var made = state.Memory.Used - before;
            if (value.Kind == ValueKind.List)
            {
                foreach (var item in value.AsList())
                {
                    state.Check();
                    row[slot] = item;
                    yield return r;
                }
            }
            else if (!value.IsNull)
            {
                row[slot] = value;
                yield return r;
            }

            state.Memory.Release(made);
        }
    }
}
