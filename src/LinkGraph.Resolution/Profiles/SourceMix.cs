using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Profiles;

/// <summary>
/// Where the members' facts of a kind come from: the operator's own, as far as other members have them too, or elsewhere. Learned by operator.
/// </summary>
internal sealed class SourceMix
{
    private readonly int[] uses;
    private readonly int[] shared;
    private readonly int[] elsewhere;
    private readonly double all;

    public SourceMix(World world, FactKind kind, Assignment now, MemberCounts members, CancellationToken cancellationToken)
    {
        (uses, shared, elsewhere) = (new int[now.Operators], new int[now.Operators], new int[now.Operators]);
        var facts = world.Of(kind);
        all = world.FactStart[facts.End] - world.FactStart[facts.Start];
        var parts = Ranges.Map(world.Accounts, 8192, (from, to) =>
        {
            List<(int Operator, int Uses, int Shared, int Elsewhere)> found = [];
            for (var a = from; a < to; a++)
            {
                if (now.Of[a] is var o and >= 0)
                {
                    var (s, e) = (0, 0);
                    var row = world.FactsOf(a, kind);
                    foreach (var fact in row)
                    {
                        if (world.Degree(fact) > 1)
                        {
                            s++;
                            e += members[fact, o] < 3 ? 1 : 0;
                        }
                    }

                    found.Add((o, row.Length, s, e));
                }
            }

            return found;
        }, cancellationToken);
        foreach (var (o, u, s, e) in parts.SelectMany(p => p))
        {
            uses[o] += u;
            shared[o] += s;
            elsewhere[o] += e;
        }
    }

    /// <summary>Share of an operator's uses that come from elsewhere.</summary>
    public double Escape(int @operator, double most) => Math.Min((elsewhere[@operator] + 1.0) / (shared[@operator] + 2.0), most);

    /// <summary>How much more likely a use of a fact is with the operator than at large.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="escape">Its share of uses from elsewhere.</param>
    /// <param name="held">Other members that have the fact.</param>
    /// <param name="degree">Accounts that have it.</param>
    public double Likelihood(int @operator, double escape, int held, int degree) =>
        ((1 - escape) * Math.Max(held - 1, 0) / Math.Max(uses[@operator], 1) / (degree / all)) + escape;
}
