using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution;

/// <summary>
/// Step: people who pay together and have lives of their own. A household shares a card; a company has most of a card's people in a mail domain
/// that is theirs, which then holds all of them. They are entities, never operators; but free accounts on a card that is mostly an operator's
/// are the operator's.
/// </summary>
internal static class Companies
{
    /// <param name="world">The evidence.</param>
    /// <param name="operatorOf">By account, negative for nobody's.</param>
    /// <param name="entities">Members of operators are united already; people who pay together are united here.</param>
    /// <param name="settings">The household size.</param>
    /// <param name="scratch">Scratch space.</param>
    public static void Unite(World world, int[] operatorOf, DisjointSets entities, ResolutionSettings settings, FactCounter scratch)
    {
        var tokens = world.Of(FactKind.Token);
        for (var f = tokens.Start; f < tokens.End; f++)
        {
            var group = world.Users(f).ToArray();
            if (group.Length < 2)
            {
                continue;
            }

            if (Domain(world, group, scratch) is { } domain)
            {
                group = [.. group.Concat(world.Users(domain).ToArray()).Distinct().Order()];
            }
            else if (group.Length > settings.HouseholdSize)
            {
                continue;
            }

            var held = Array.FindAll(group, a => operatorOf[a] >= 0);
            var free = Array.FindAll(group, a => operatorOf[a] < 0);
            var to = 2 * held.Length > group.Length ? held[0] : free.FirstOrDefault();
            foreach (var a in free)
            {
                entities.Union(to, a);
            }
        }
    }

    /// <summary>The mail domain of most of a group, if the group is most of it.</summary>
    private static int? Domain(World world, int[] group, FactCounter scratch)
    {
        scratch.Clear();
        scratch.Count(world, group, FactKind.Soft);
        int? domain = null;
        foreach (var fact in scratch.Touched)
        {
            if (world.Facets[world.FacetOf[fact]].Family == Family.Identity && 2 * scratch[fact] > group.Length
                && 2 * scratch[fact] > world.Degree(fact) && !(domain < fact))
            {
                domain = fact;
            }
        }

        return domain;
    }
}
