using LinkGraph.Cypher.Planning;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>The rows of a procedure beside every row; a procedure without columns gives the row itself.</summary>
internal sealed class ProcedureCall(Operator input, Procedure procedure, Evaluator[] arguments, (int Column, int Slot)[] columns) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            foreach (var result in procedure.Run(state, Array.ConvertAll(arguments, a => a(state, row))))
            {
                foreach (var (column, slot) in columns)
                {
                    row[slot] = result[column];
                }

                if (procedure.Outputs.Count > 0)
                {
                    yield return r;
                }
            }

            if (procedure.Outputs.Count == 0)
            {
                yield return r;
            }
        }
    }
}
