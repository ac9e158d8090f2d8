using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;

namespace LinkGraph.Resolution.Verdicts;

/// <summary>
/// Step: does a group hold together? Members are connected by binding facts that are the group's, or that several of
/// them have while few others do. Parts that are each complete (two
/// families bind most of the part) and have nothing of their own in common are two parties: companies and households that meet at a hub look
/// like one party with several cards and several homes.
/// </summary>
internal sealed class Islands(World world, LifeLeft life, ResolutionSettings settings)
{
    private static readonly FactKind[] Binding = [FactKind.Token, FactKind.Address, FactKind.Template];

    /// <summary>The group without its complete parts, and these. Who is in no complete part stays with the largest.</summary>
    public List<int[]> Of(int[] group, GroupCounter scratch)
    {
        var parts = Connect(group, scratch, out var first);
        var members = Rows.ByLabel([.. Enumerable.Range(0, group.Length).Select(parts.Find)], group.Length);
        var largest = Enumerable.Range(0, group.Length).MaxBy(p => members.Of(p).Length);
        var complete = Enumerable.Range(0, group.Length)
            .Where(p => p != largest && members.Of(p).Length >= settings.LeastGroup && Complete(members.Of(p), group, first)).ToList();
        if (complete.Count == 0)
        {
            return [group];
        }

        var apart = complete.ToHashSet();
        List<int[]> islands = [Array.FindAll(group, a => !apart.Contains(parts.Find(Array.BinarySearch(group, a))))];
        foreach (var part in complete)
        {
            islands.Add(Array.ConvertAll(members.Of(part).ToArray(), m => group[m]));
        }

        return islands;
    }

    /// <summary>Connects members by place in the group; facts that connect are mapped to the first member that has them, others to -1.</summary>
    private DisjointSets Connect(int[] group, GroupCounter scratch, out Dictionary<int, int> first)
    {
        scratch.Begin(group);
        foreach (var kind in Binding)
        {
            scratch.Count(group, kind);
        }

        scratch.Count(group, FactKind.Block);
        var (parts, counts) = (new DisjointSets(group.Length), new Counted(scratch));
        first = [];
        for (var m = 0; m < group.Length; m++)
        {
            foreach (var kind in Binding)
            {
                foreach (var fact in world.FactsOf(group[m], kind))
                {
                    if (scratch[fact] < 2)
                    {
                        continue;
                    }

                    if (!first.TryGetValue(fact, out var other))
                    {
                        first.Add(fact, Connects(fact, scratch[fact], group.Length, counts) ? m : -1);
                    }
                    else if (other >= 0)
                    {
                        parts.Union(other, m);
                    }
                }
            }
        }

        return parts;
    }

    /// <summary>Mostly the group's; or with several of its members, far more than a hub that everybody uses would have.</summary>
    private bool Connects(int fact, int held, int members, Counted counts) => life.Theirs(fact, held, counts)
        || (held >= settings.LeastGroup
            && Math.Log2(held / (double)members / (world.Degree(fact) / (double)world.Accounts)) >= settings.FamilyBits);

    private bool Complete(ReadOnlySpan<int> part, int[] group, Dictionary<int, int> first)
    {
        var families = 0;
        foreach (var kind in Binding)
        {
            var bound = 0;
            foreach (var m in part)
            {
                foreach (var fact in world.FactsOf(group[m], kind))
                {
                    if (first.TryGetValue(fact, out var other) && other >= 0)
                    {
                        bound++;
                        break;
                    }
                }
            }

            families += 2 * bound > part.Length ? 1 : 0;
        }

        return families > 1;
    }
}
