using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Seeds;

/// <summary>Of each template: how many of its users also use one that it is tied to, and who has it alone.</summary>
internal sealed class TiedUsers
{
    private readonly int[] tied;
    private readonly Rows alone;

    public TiedUsers(World world, CoUse used, List<Tie> ties, CancellationToken cancellationToken)
    {
        var templates = world.Of(FactKind.Template).Length;
        var linked = new HashSet<long>(ties.Count);
        foreach (var tie in ties)
        {
            linked.Add(Key(tie.A, tie.B));
        }

        tied = new int[templates];
        List<(int Row, int Value)> pairs = [];
        var parts = Ranges.Map(world.Accounts, 4096, (from, to) =>
        {
            List<(int Template, int Account, bool Tied)> found = [];
            for (var a = from; a < to; a++)
            {
                var row = used.Suspects.Of(a);
                for (var i = 0; i < row.Length; i++)
                {
                    found.Add((row[i], a, IsTied(row, i, linked)));
                }
            }

            return found;
        }, cancellationToken);
        foreach (var (template, account, isTied) in parts.SelectMany(p => p))
        {
            if (isTied)
            {
                tied[template]++;
            }
            else
            {
                pairs.Add((template, account));
            }
        }

        alone = Rows.Of(templates, pairs);
    }

    public int Count(int template) => tied[template];

    public ReadOnlySpan<int> Alone(int template) => alone.Of(template);

    private static bool IsTied(ReadOnlySpan<int> row, int i, HashSet<long> linked)
    {
        for (var k = 0; k < row.Length; k++)
        {
            if (k != i && linked.Contains(k < i ? Key(row[k], row[i]) : Key(row[i], row[k])))
            {
                return true;
            }
        }

        return false;
    }

    private static long Key(int a, int b) => ((long)a << 32) | (uint)b;
}
