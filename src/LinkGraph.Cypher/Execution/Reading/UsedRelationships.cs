using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>A relationship is met once in a MATCH: slots that hold those met so far, alone or in lists.</summary>
internal static class UsedRelationships
{
    public static int Count(Value[] row, int[] slots)
    {
        var count = 0;
        foreach (var slot in slots)
        {
            count += row[slot].Kind == ValueKind.List ? row[slot].AsList().Length : 1;
        }

        return count;
    }

    public static bool Contains(Value[] row, int[] slots, long relationship)
    {
        foreach (var slot in slots)
        {
            ref var value = ref row[slot];
            if (value.Kind == ValueKind.Relationship)
            {
                if (value.AsRelationship() == relationship)
                {
                    return true;
                }
            }
            else if (value.Kind == ValueKind.List)
            {
                foreach (var item in value.AsList())
                {
                    if (item.Kind == ValueKind.Relationship && item.AsRelationship() == relationship)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
