using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Profiles;

/// <summary>What share of its prompts an account has from the templates of each operator.</summary>
internal sealed class TemplateShares
{
    private readonly int[] start;
    private readonly (int Operator, double Share)[] shares;

    public TemplateShares(World world, int[] owner, CancellationToken cancellationToken)
    {
        var first = world.Of(FactKind.Template).Start;
        start = new int[world.Accounts + 1];
        var parts = Ranges.Map(world.Accounts, 4096, (from, to) =>
        {
            List<(int Operator, double Share)> found = [];
            for (var a = from; a < to; a++)
            {
                var at = found.Count;
                var r = world.Of(a, FactKind.Template);
                for (var i = r.Start; i < r.End; i++)
                {
                    var o = owner[world.AccountFacts[i] - first];
                    if (o >= 0)
                    {
                        var k = found.FindIndex(at, x => x.Operator == o);
                        if (k < 0)
                        {
                            found.Add((o, world.AccountWeights[i]));
                        }
                        else
                        {
                            found[k] = (o, found[k].Share + world.AccountWeights[i]);
                        }
                    }
                }

                for (var k = at; k < found.Count; k++)
                {
                    found[k] = (found[k].Operator, Math.Min(found[k].Share / Math.Max(world.Told[a], 1), 1));
                }

                start[a + 1] = found.Count - at;
            }

            return found;
        }, cancellationToken);
        for (var a = 0; a < world.Accounts; a++)
        {
            start[a + 1] += start[a];
        }

        shares = [.. parts.SelectMany(p => p)];
    }

    public ReadOnlySpan<(int Operator, double Share)> Of(int account) => shares.AsSpan(start[account], start[account + 1] - start[account]);

    public double Of(int account, int @operator)
    {
        foreach (var (o, share) in Of(account))
        {
            if (o == @operator)
            {
                return share;
            }
        }

        return 0;
    }

    /// <summary>The operator with the largest share, the smaller number among equals.</summary>
    public (int Operator, double Share) Largest(int account)
    {
        var best = (Operator: Assignment.None, Share: 0.0);
        foreach (var (o, share) in Of(account))
        {
            if (share > best.Share || (share == best.Share && o < best.Operator))
            {
                best = (o, share);
            }
        }

        return best;
    }
}
