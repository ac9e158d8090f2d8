using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>The first rows. What its input would still write is written: a limit stops reading, never effects.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="count">How many.</param>
/// <param name="exhausts">The input has effects, so it runs to its end.</param>
internal sealed class Limit(Operator input, Evaluator count, bool exhausts) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var left = RowCount.Of(count(state, row), "LIMIT");
        if (left == 0 && !exhausts)
        {
            yield break;
        }

        foreach (var r in input.Rows(state, row))
        {
            if (left > 0)
            {
                left--;
                yield return r;
            }

            if (left == 0 && !exhausts)
            {
                yield break;
            }
        }
    }
}
