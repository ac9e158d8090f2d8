using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Outcomes;

/// <summary>Step: why an entity stands, and the facts that tell most about it.</summary>
internal sealed class Explanation(World world, LifeLeft life, Verdict verdict, ResolutionSettings settings)
{
    private static readonly (FactKind Kind, Family Family)[] Binding =
        [(FactKind.Token, Family.Money), (FactKind.Address, Family.Network), (FactKind.Template, Family.Script), (FactKind.Minute, Family.Rhythm)];

    public (Standing Standing, GroupLife Life) Standing(int[] members, GroupCounter scratch)
    {
        var left = life.Of(members, scratch);
        var money = life.Of(LifeFamily.Money, members, scratch);
        var byFamily = new SortedDictionary<Family, double>();
        foreach (var (family, x) in ((Family, double)[])[(Family.Network, left.Network), (Family.Script, left.Script), (Family.Money, money)])
        {
            if (!double.IsNaN(x))
            {
                byFamily.Add(family, Math.Round(x, 4));
            }
        }

        List<Family> bound = [];
        foreach (var (kind, family) in Binding)
        {
            if ((kind != FactKind.Minute || verdict.Confirmed(members, kind, scratch)) && Binds(members, kind, scratch))
            {
                bound.Add(family);
            }
        }

        bound.Sort();
        return (new Standing(byFamily, bound), left);
    }

    /// <summary>Facts by how many members they mark and how much, most telling first.</summary>
    public List<FactUse> Uses(int[] members, GroupCounter scratch)
    {
        scratch.Begin(members);
        foreach (var kind in (ReadOnlySpan<FactKind>)[FactKind.Token, FactKind.Address, FactKind.Template, FactKind.Soft])
        {
            scratch.Count(members, kind);
        }

        List<(double Telling, int Fact)> telling = [];
        foreach (var fact in scratch.Touched)
        {
            var lift = Lift(scratch[fact], members.Length, fact);
            if (scratch[fact] > 1 && lift > 1)
            {
                telling.Add((scratch[fact] * Math.Log2(lift), fact));
            }
        }

        telling.Sort((x, y) => x.Telling != y.Telling ? y.Telling.CompareTo(x.Telling) : x.Fact.CompareTo(y.Fact));
        return telling.Take(settings.UsesPerOperator).Select(t => new FactUse(
            world.Facets[world.FacetOf[t.Fact]].Name, world.KeyOf(t.Fact), scratch[t.Fact], Math.Round(scratch[t.Fact] / (double)members.Length, 4),
            Math.Round(Lift(scratch[t.Fact], members.Length, t.Fact), 2))).ToList();
    }

    /// <summary>Most members have a fact of the kind that others of them have too, far more than people at large as far as their number lets them.</summary>
    private bool Binds(int[] members, FactKind kind, GroupCounter scratch)
    {
        var need = Math.Min(settings.FamilyBits, Math.Log2(world.Accounts / (double)members.Length) / 2);
        scratch.Begin(members);
        scratch.Count(members, kind);
        var bound = 0;
        foreach (var account in members)
        {
            foreach (var fact in world.FactsOf(account, kind))
            {
                if (scratch[fact] > 1 && Math.Log2(Lift(scratch[fact], members.Length, fact)) >= need)
                {
                    bound++;
                    break;
                }
            }
        }

        return 2 * bound > members.Length;
    }

    private double Lift(int held, int members, int fact) => held / (double)members / (world.Degree(fact) / (double)world.Accounts);
}
