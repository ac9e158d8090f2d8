using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;

namespace LinkGraph.Resolution.Profiles;

/// <summary>
/// Step: rounds in which every account goes to the profile that explains it, or to none; pieces merge; templates follow the majority of their
/// users. Until little moves.
/// </summary>
internal sealed class ProfileRounds
{
    private readonly World world;
    private readonly Context context;
    private readonly LifeLeft life;
    private readonly ResolutionSettings settings;
    private readonly CancellationToken cancellationToken;
    private (int Operator, double Share)[] likely;

    private ProfileRounds(World world, Context context, LifeLeft life, ResolutionSettings settings, CancellationToken cancellationToken)
    {
        (this.world, this.context, this.life, this.settings, this.cancellationToken) = (world, context, life, settings, cancellationToken);
        likely = new (int, double)[world.Accounts];
        Array.Fill(likely, (Assignment.None, 0));
    }

    public static Assignment Run(
        World world, Context context, LifeLeft life, Assignment seeds, ResolutionSettings settings, Action<string>? trace, CancellationToken cancellationToken)
    {
        var rounds = new ProfileRounds(world, context, life, settings, cancellationToken);
        var now = seeds;
        for (var round = 0; round < settings.ProfileRounds; round++)
        {
            var before = now;
            (now, var pieces) = rounds.Next(now);
            var (moved, held) = (0, 0);
            for (var a = 0; a < now.Of.Length; a++)
            {
                moved += now.Of[a] != before.Of[a] ? 1 : 0;
                held += now.Of[a] >= 0 ? 1 : 0;
            }

            trace?.Invoke($"round {round}: {moved} moved, {pieces} pieces merged, {held} accounts");
            if (pieces == 0 && (long)moved * settings.SettledAfter <= held)
            {
                break;
            }
        }

        return now;
    }

    private (Assignment Next, int Pieces) Next(Assignment now)
    {
        var shares = new TemplateShares(world, now.Owner, cancellationToken);
        var profiles = ProfileSet.Learn(world, context, life, now, shares, likely, cancellationToken);
        var (of, bits, other) = (new int[world.Accounts], new float[world.Accounts], new int[world.Accounts]);
        var next = new (int, double)[world.Accounts];
        Ranges.Map(world.Accounts, 512, (from, to) =>
        {
            var fitting = new Fitting(world, profiles, now, settings);
            var candidates = new List<int>();
            for (var a = from; a < to; a++)
            {
                Candidates(a, now, profiles, candidates);
                (of[a], bits[a], other[a], next[a]) = Best(a, now.Of[a], candidates, fitting);
            }

            return 0;
        }, cancellationToken);
        likely = next;
        var pieces = Pieces.Merge(now.Of, of, other, now.Operators, out var sets);
        for (var a = 0; a < of.Length; a++)
        {
            of[a] = of[a] >= 0 ? sets.Find(of[a]) : of[a];
        }

        return (new Assignment(now.Operators, of, Owners(of, now.Operators), bits), pieces);
    }

    /// <summary>Operators that hold a good part of one of the account's binding facts, ascending.</summary>
    private void Candidates(int account, Assignment now, ProfileSet profiles, List<int> candidates)
    {
        candidates.Clear();
        foreach (var (o, _) in profiles.Shares.Of(account))
        {
            candidates.Add(o);
        }

        if (now.Of[account] >= 0)
        {
            candidates.Add(now.Of[account]);
        }

        var least = now.Of[account] >= 0 ? settings.PieceShare : settings.ProposeShare;
        foreach (var kind in (ReadOnlySpan<FactKind>)[FactKind.Token, FactKind.Address])
        {
            foreach (var fact in world.FactsOf(account, kind))
            {
                var table = profiles.Members.Table(fact);
                var operators = table.LabelsOf(fact);
                var counts = table.CountsOf(fact);
                for (var i = 0; i < operators.Length; i++)
                {
                    if (counts[i] >= least * world.Degree(fact))
                    {
                        candidates.Add(operators[i]);
                    }
                }
            }
        }

        candidates.Sort();
    }

    private static (int Of, float Bits, int Other, (int, double) Likely) Best(int account, int mine, List<int> candidates, Fitting fitting)
    {
        var (best, other, any) = ((Bits: 0.0, Of: Assignment.None), (Bits: 0.0, Of: Assignment.None), (Bits: double.NegativeInfinity, Of: Assignment.None));
        var last = Assignment.None;
        foreach (var candidate in candidates)
        {
            if (candidate == last)
            {
                continue;
            }

            last = candidate;
            if (fitting.Of(account, candidate) is not { } fit)
            {
                continue;
            }

            var bits = fit.Total;
            if (bits > any.Bits)
            {
                any = (bits, candidate);
            }

            if (!fit.Joins)
            {
                continue;
            }

            if (candidate != mine && bits > other.Bits)
            {
                other = (bits, candidate);
            }

            if (bits > best.Bits)
            {
                best = (bits, candidate);
            }
        }

        return (best.Of, (float)best.Bits, mine >= 0 ? other.Of : Assignment.None, (any.Of, 1 / (1 + Math.Pow(2, -any.Bits))));
    }

    /// <summary>A template belongs to the operator that most of its users belong to.</summary>
    private int[] Owners(int[] of, int operators)
    {
        var templates = world.Of(FactKind.Template);
        var users = LabelCounts.Of(world, templates, of, operators, cancellationToken);
        var owner = new int[templates.Length];
        for (var t = 0; t < owner.Length; t++)
        {
            var (best, most) = (Assignment.None, 1);
            var labels = users.LabelsOf(templates.Start + t);
            var counts = users.CountsOf(templates.Start + t);
            for (var i = 0; i < labels.Length; i++)
            {
                if (counts[i] > most)
                {
                    (best, most) = (labels[i], counts[i]);
                }
            }

            owner[t] = most >= settings.OwnerShare * world.Degree(templates.Start + t) ? best : Assignment.None;
        }

        return owner;
    }
}
