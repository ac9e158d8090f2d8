using LinkGraph.Model.Evidence;
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

    private static readonly int Families = Enum.GetValues<Family>().Length;

    private static readonly FactKind[] FoundingKinds = [FactKind.Token, FactKind.Address, FactKind.Template, FactKind.Minute];
    private static readonly FactKind[] ComparedKinds = [FactKind.Token, FactKind.Address, FactKind.Template, FactKind.Minute, FactKind.Soft];

    public List<Link> Of(int[] members, GroupCounter scratch)
    {
        var (rows, number) = Shared(members, scratch);
        HashSet<long> written = [];
        List<(int A, int B, double Bits)> links = [];
        List<(int Degree, int Row)> facts = [];
        List<int> partners = [];
        List<(double Bits, int Partner)> best = [];
        for (var m = 0; m < members.Length; m++)
        {
            Founding(members[m], number, facts);
            Partners(m, facts, rows, partners);
            best.Clear();
            foreach (var p in partners)
            {
                best.Add((-Bits(members[Math.Min(m, p)], members[Math.Max(m, p)]), p));
            }

            best.Sort();
            for (var i = 0; i < best.Count && i < settings.LinksPerMember && best[i].Bits < 0; i++)
            {
                var (a, b) = (members[Math.Min(m, best[i].Partner)], members[Math.Max(m, best[i].Partner)]);
                if (written.Add(((long)a << 32) | (uint)b))
                {
                    links.Add((a, b, -best[i].Bits));
                }
            }
        }

        links.Sort();
        return links.ConvertAll(l => new Link(world.AccountIds[l.A], world.AccountIds[l.B], Math.Round(l.Bits, 2), SharedFacets(l.A, l.B)));
    }

    /// <summary>An account's facts that others of the entity have too, rarest first.</summary>
    private void Founding(int account, Dictionary<int, int> number, List<(int Degree, int Row)> facts)
    {
        facts.Clear();
        foreach (var kind in FoundingKinds)
        {
            foreach (var fact in world.FactsOf(account, kind))
            {
                if (number.TryGetValue(fact, out var row))
                {
                    facts.Add((world.Degree(fact), row));
                }
            }
        }

        facts.Sort();
    }

    /// <summary>The next few members on each fact, around the end of its row, until there are enough to try.</summary>
    private static void Partners(int member, List<(int Degree, int Row)> facts, Rows rows, List<int> partners)
    {
        partners.Clear();
        foreach (var (_, number) in facts)
        {
            var row = rows.Of(number);
            var at = row.BinarySearch(member);
            for (var i = 1; i <= Math.Min(TriedByFact, row.Length - 1); i++)
            {
                var partner = row[(at + i) % row.Length];
                if (!partners.Contains(partner))
                {
                    partners.Add(partner);
                }
            }

            if (partners.Count >= TriedByMember)
            {
                break;
            }
        }
    }

    /// <summary>Members by founding fact, for facts that at least two have; members by their place.</summary>
    private (Rows Rows, Dictionary<int, int> Number) Shared(int[] members, GroupCounter scratch)
    {
        scratch.Begin(members);
        foreach (var kind in FoundingKinds)
        {
            scratch.Count(members, kind);
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
            foreach (var kind in FoundingKinds)
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

    /// <summary>The rarest shared fact of each family, rare among the people of the pair's context.</summary>
    private double Bits(int a, int b)
    {
        Span<double> best = stackalloc double[Families];
        best.Clear();
        var country = context.People[context.Country[a]] >= context.People[context.Country[b]] ? context.Country[a] : context.Country[b];
        foreach (var kind in ComparedKinds)
        {
            var p = world.FactsOf(a, kind);
            var q = world.FactsOf(b, kind);
            for (int i = 0, k = 0; i < p.Length && k < q.Length;)
            {
                if (p[i] == q[k])
                {
                    ref var bits = ref best[(int)world.Facets[world.FacetOf[p[i]]].Family];
                    bits = Math.Max(bits, Rarity(p[i], kind, country));
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

        return sum;
    }

    private string[] SharedFacets(int a, int b)
    {
        SortedSet<string> facets = new(StringComparer.Ordinal);
        foreach (var kind in ComparedKinds)
        {
            var q = world.FactsOf(b, kind);
            foreach (var fact in world.FactsOf(a, kind))
            {
                if (q.BinarySearch(fact) >= 0)
                {
                    facets.Add(world.Facets[world.FacetOf[fact]].Name);
                }
            }
        }

        return [.. facets];
    }

    private double Rarity(int fact, FactKind kind, int country) => kind is FactKind.Template or FactKind.Minute
        ? Math.Log2(world.Accounts / (double)world.Degree(fact))
        : Math.Max(Math.Log2(context.People[country] / Math.Max(context.Local[fact, country], 1.0)), 0);
}
