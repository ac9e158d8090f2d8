using LinkGraph.Model.Operators;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Profiles;

namespace LinkGraph.Resolution.Outcomes;

/// <summary>Step: how sure a membership and an entity are, 0 to 1.</summary>
internal sealed class Confidence(World world, Assignment assignment, ResolutionSettings settings)
{
    /// <summary>
    /// The odds of a member against chance. Who belongs by paying together, or where one kind of evidence is all there is, has the bits of that,
    /// bounded as payment always is, less the bits that joining takes.
    /// </summary>
    public double Of(int account, bool assigned, int size)
    {
        var bits = assigned && assignment.Bits[account] > 0
            ? assignment.Bits[account]
            : Math.Min(Math.Log2(world.Accounts / (double)size), settings.TokenHigh) - settings.JoinBits;
        return Round(1 / (1 + Math.Pow(2, -bits)));
    }

    /// <summary>The mean membership; of an operator, times the share of an ordinary life that its members lack.</summary>
    public static double Of(EntityKind kind, IReadOnlyList<Membership> members, GroupLife life) =>
        Round(members.Sum(m => m.Confidence) / members.Count * (kind == EntityKind.Operator ? 1 - Math.Min(life.Mean, 1) : 1));

    private static double Round(double x) => Math.Round(x, 4);
}
