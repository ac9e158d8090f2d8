using LinkGraph.Model.Operators;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Outcomes;

/// <summary>
/// Step: the few strongest ties of each member, for people to look at. Only a few neighbours on each of a member's rarest facts are tried,
/// so that a hub's pairs are never all made.
/// </summary>
internal sealed class Links(World world, Context context, ResolutionSettings settings)
{
    private const int TriedByFact = 4, TriedByMember = 24;

    private static readonly FactKind[] Founding = [FactKind.Token, FactKind.Address, FactKind.Template, FactKind.Minute];
    private static readonly FactKind[] Compared = [FactKind.Token, FactKind.Address, FactKind.Template, FactKind.Minute, FactKind.Soft];

    public List<Link> Of(int[] members, FactCounter scratch)
    {
        var (rows, number) = Shared(members, scratch);
        var links = new SortedDictionary<(int A, int B), Link>();
        List<(int Degree, int Fact)> facts = [];
        SortedSet<int> partners = [];
        for (var m = 0; m < members.Length; m++)
        {
            facts.Clear();
            partners.Clear();
            foreach (var kind in Founding)
            {
                foreach (var fact in world.FactsOf(members[m], kind))
                {
                    if (number.ContainsKey(fact))
                    {
                        facts.Add((world.Degree(fact), fact));
                    }
                }
            }

            facts.Sort();
            foreach (var (_, fact) in facts)
            {
                Neighbours(rows.Of(number[fact]), m, partners);
                if (partners.Count >= TriedByMember)
                {
                    break;
                }
            }

            foreach (var link in partners.Select(p => Between(members[Math.Min(m, p)], members[Math.Max(m, p)]))
                .OrderByDescending(l => l.Link.Bits).ThenBy(l => l.A).ThenBy(l => l.B).Take(settings.LinksPerMember))
            {
                if (link.Link.Bits > 0)
                {
                    links[(link.A, link.B)] = link.Link;
                }
            }
        }

        return [.. links.Values];
    }

    /// <summary>Members by founding fact, for facts that at least two have; members by their place.</summary>
    private (Rows Rows, Dictionary<int, int> Number) Shared(int[] members, FactCounter scratch)
    {
        scratch.Clear();
        foreach (var kind in Founding)
        {
            scratch.Count(world, members, kind);
        }

        var number = new Dictionary<int, int>();
        foreach (var fact in scratch.Touched)
        {
            if (scratch[fact] > 1)
            {
                number.Add(fact, number.Count);
            }
        }

        List<(int, int)> pairs = [];
        for (var m = 0; m < members.Length; m++)
        {
            foreach (var kind in Founding)
            {
                foreach (var fact in world.FactsOf(members[m], kind))
                {
                    if (number.TryGetValue(fact, out var row))
                    {
                        pairs.Add((row, m));
                    }
                }
            }
        }

        return (Rows.Of(number.Count, pairs), number);
    }

    /// <summary>The next few on a fact after a member, around the end.</summary>
    private static void Neighbours(ReadOnlySpan<int> row, int member, SortedSet<int> partners)
    {
        var at = row.BinarySearch(member);
        for (var i = 1; i <= Math.Min(TriedByFact, row.Length - 1); i++)
        {
            partners.Add(row[(at + i) % row.Length]);
        }
    }

    /// <summary>The rarest shared fact of each family, rare among the people of the pair's context.</summary>
    private (int A, int B, Link Link) Between(int a, int b)
    {
        Span<double> best = stackalloc double[Enum.GetValues<Model.Evidence.Family>().Length];
        best.Clear();
        SortedSet<string> facets = new(StringComparer.Ordinal);
        var country = context.People[context.Country[a]] >= context.People[context.Country[b]] ? context.Country[a] : context.Country[b];
        foreach (var kind in Compared)
        {
            var p = world.FactsOf(a, kind);
            var q = world.FactsOf(b, kind);
            for (int i = 0, k = 0; i < p.Length && k < q.Length;)
            {
                if (p[i] == q[k])
                {
                    var facet = world.Facets[world.FacetOf[p[i]]];
                    ref var bits = ref best[(int)facet.Family];
                    bits = Math.Max(bits, Rarity(p[i], kind, country));
                    facets.Add(facet.Name);
                    i++;
                    k++;
                }
                else if (p[i] < q[k])
                {
                    i++;
                }
                else
                {
                    k++;
                }
            }
        }

        var sum = 0.0;
        foreach (var bits in best)
        {
            sum += bits;
        }

        return (a, b, new Link(world.AccountIds[a], world.AccountIds[b], Math.Round(sum, 2), [.. facets]));
    }

    private double Rarity(int fact, FactKind kind, int country) => kind is FactKind.Template or FactKind.Minute
        ? Math.Log2(world.Accounts / (double)world.Degree(fact))
        : Math.Max(Math.Log2(context.People[country] / Math.Max(context.Local[fact, country], 1.0)), 0);
}
