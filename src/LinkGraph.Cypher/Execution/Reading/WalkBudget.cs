using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>How many relationships a path may have: a search by length raises the limit as long as walks were cut off by it.</summary>
/// <param name="Limit">Slot of the limit.</param>
/// <param name="Cut">Slot that says whether a walk was cut off.</param>
internal sealed record WalkBudget(int Limit, int Cut)
{
    public bool Allows(Value[] row, int[] used, int walked)
    {
        if (UsedRelationships.Count(row, used) + walked <= row[Limit].AsInteger())
        {
            return true;
        }

        row[Cut] = Value.True;
        return false;
    }
}
