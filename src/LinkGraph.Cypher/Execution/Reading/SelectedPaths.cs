using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>
/// Of all paths of a pattern between two nodes the shortest: a search by length, which is raised until enough are found or no path was cut off by it.
/// </summary>
/// <param name="input">Rows with both ends.</param>
/// <param name="paths">All paths of the pattern between them, within the budget.</param>
/// <param name="budget">The limit.</param>
/// <param name="relationships">Slots of the relationships of a path, alone or in lists.</param>
/// <param name="least">The shortest that a path can be.</param>
/// <param name="count">How many paths, or groups of paths of the same length.</param>
/// <param name="groups">Groups are counted.</param>
internal sealed class SelectedPaths(Operator input, Operator paths, WalkBudget budget, int[] relationships, long least, long count, bool groups) : Operator
{
    public override string Name => "StatefulShortestPath(Into)";

    public override IReadOnlyList<Operator> Inputs => [input, paths];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            var left = count;
            for (var length = least; left > 0; length++)
            {
                (row[budget.Limit], row[budget.Cut]) = (Value.Of(length), Value.False);
                var any = false;
                foreach (var _ in paths.Rows(state, row))
                {
                    if (UsedRelationships.Count(row, relationships) != length)
                    {
                        continue;
                    }

                    any = true;
                    yield return r;
                    if (!groups && --left == 0)
                    {
                        break;
                    }
                }

                left -= groups && any ? 1 : 0;
                if (!row[budget.Cut].IsTrue)
                {
                    break;
                }
            }
        }
    }
}
