using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Verdicts;

/// <summary>
/// How much more alike a group's members are, in what only confirms (mail domain, issuer, sign-up day, client), than other people of their
/// countries. The group itself is taken out of the background: it may be half of a country.
/// </summary>
internal sealed class Likeness(World world, Context context, ResolutionSettings settings)
{
    /// <summary>By facet: the share of accounts that have one of its facts. To have a card at all likens nobody to anybody.</summary>
    private readonly double[] coverage = Coverage(world);

    /// <summary>
    /// Bits by member, as the others of the group explain it: each family's best facet within the bounds of evidence that confirms, summed over
    /// the families but the network, whose addresses have spoken already.
    /// </summary>
    public double Of(ReadOnlySpan<int> group, GroupCounter scratch)
    {
        scratch.Begin(group).Count(group, FactKind.Soft);
        var local = Local(group);
        Span<double> bits = stackalloc double[world.Facets.Length];
        Span<int> having = stackalloc int[world.Facets.Length];
        bits.Clear();
        having.Clear();
        foreach (var account in group)
        {
            foreach (var fact in world.FactsOf(account, FactKind.Soft))
            {
                having[world.FacetOf[fact]]++;
            }
        }

        foreach (var fact in scratch.Touched)
        {
            var facet = world.FacetOf[fact];
            var usual = Math.Min(Usual(fact, local, scratch) / coverage[facet], 1);
            var share = (scratch[fact] - 1 + (settings.BackgroundAccounts * usual)) / (having[facet] - 1 + settings.BackgroundAccounts);
            bits[facet] += scratch[fact] / (double)having[facet] * Math.Clamp(Math.Log2(share / usual), settings.SoftLow, settings.SoftHigh);
        }

        Span<double> best = stackalloc double[Enum.GetValues<Family>().Length];
        best.Clear();
        for (var f = 0; f < bits.Length; f++)
        {
            ref var family = ref best[(int)world.Facets[f].Family];
            family = Math.Max(family, world.Facets[f].Family == Family.Network ? 0 : bits[f]);
        }

        var sum = 0.0;
        foreach (var b in best)
        {
            sum += b;
        }

        return sum;
    }

    private static double[] Coverage(World world)
    {
        var having = new double[world.Facets.Length];
        Span<bool> has = stackalloc bool[having.Length];
        for (var a = 0; a < world.Accounts; a++)
        {
            has.Clear();
            foreach (var fact in world.FactsOf(a, FactKind.Soft))
            {
                has[world.FacetOf[fact]] = true;
            }

            for (var f = 0; f < has.Length; f++)
            {
                having[f] += has[f] ? 1.0 / world.Accounts : 0;
            }
        }

        return having;
    }

    /// <summary>Members by fact and country.</summary>
    private Dictionary<long, int> Local(ReadOnlySpan<int> group)
    {
        var local = new Dictionary<long, int>();
        foreach (var account in group)
        {
            foreach (var fact in world.FactsOf(account, FactKind.Soft))
            {
                var key = ((long)fact * context.Countries) + context.Country[account];
                local[key] = local.GetValueOrDefault(key) + 1;
            }
        }

        return local;
    }

    /// <summary>Share of the people outside the group who have a fact, in the group's mix of countries.</summary>
    private double Usual(int fact, Dictionary<long, int> local, GroupCounter scratch)
    {
        var everywhere = (world.Degree(fact) - scratch[fact] + 0.5) / (world.Accounts - scratch.Members + 1);
        var sum = 0.0;
        for (var c = 0; c < context.Countries; c++)
        {
            if (scratch.People[c] > 0)
            {
                var others = context.Local[fact, c] - local.GetValueOrDefault(((long)fact * context.Countries) + c);
                sum += scratch.People[c] * (others + (settings.ContextAccounts * everywhere)) / (context.People[c] - scratch.People[c] + settings.ContextAccounts);
            }
        }

        return sum / scratch.Members;
    }
}
