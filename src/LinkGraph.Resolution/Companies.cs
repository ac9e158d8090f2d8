using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution;

/// <summary>
/// Step: people who pay together and have lives of their own. A household shares a card; a company has most of a card's people in a mail domain
/// that is theirs, which then brings those of its people who do not pay, but work where the others work. They are entities, never operators; but free accounts on a card that is mostly an operator's
/// are the operator's.
/// </summary>
internal static class Companies
{
    /// <param name="world">The evidence.</param>
    /// <param name="operatorOf">By account, negative for nobody's.</param>
    /// <param name="entities">Members of operators are united already; people who pay together are united here.</param>
    /// <param name="settings">The household size.</param>
    /// <param name="scratch">Scratch space.</param>
    public static void Unite(World world, int[] operatorOf, DisjointSets entities, ResolutionSettings settings, GroupCounter scratch)
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
                group = [.. group.Concat(Colleagues(world, group, domain, settings, scratch)).Order()];
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

    /// <summary>
    /// Of a mail domain, the accounts without the card that share an address or a template with a good part of the card's people: a domain alone
    /// is one family of evidence, and two companies may have it.
    /// </summary>
    private static List<int> Colleagues(World world, int[] group, int domain, ResolutionSettings settings, GroupCounter scratch)
    {
        scratch.Begin(group);
        scratch.Count(group, FactKind.Address).Count(group, FactKind.Template);
        List<int> colleagues = [];
        foreach (var a in world.Users(domain))
        {
            if (Array.BinarySearch(group, a) < 0 && (Works(a, FactKind.Address) || Works(a, FactKind.Template)))
            {
                colleagues.Add(a);
            }
        }

        return colleagues;

        bool Works(int account, FactKind kind)
        {
            foreach (var fact in world.FactsOf(account, kind))
            {
                double held = scratch[fact];
                if (held >= settings.ColleagueShare * group.Length
                    && Math.Log2(held / group.Length / (world.Degree(fact) / (double)world.Accounts)) >= settings.FamilyBits)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The mail domain of most of a group, if the group is most of it.</summary>
    private static int? Domain(World world, int[] group, GroupCounter scratch)
    {
        scratch.Begin(group);
        scratch.Count(group, FactKind.Soft);
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
