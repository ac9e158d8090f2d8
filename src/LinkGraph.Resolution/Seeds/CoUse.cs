using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Seeds;

/// <summary>How often suspect templates are used by the same accounts.</summary>
internal sealed class CoUse
{
    private readonly World world;
    private readonly FactRange templates;
    private readonly (int X, int Y, int Users)[] pairs;
    private readonly bool[] suspect;
    private readonly double busy;

    private CoUse(World world, bool[] suspect, Rows suspects, (int X, int Y, int Users)[] pairs)
    {
        (this.world, templates, this.suspect, Suspects, this.pairs) = (world, world.Of(FactKind.Template), suspect, suspects, pairs);
        var (uses, couples) = (0.0, 0.0);
        for (var a = 0; a < world.Accounts; a++)
        {
            double n = suspects.Of(a).Length;
            uses += n;
            couples += n * Math.Max(n - 1, 0);
        }

        // busy people use more of everything: expected co-use grows by n sum t^2 / (sum t)^2
        busy = Math.Max(world.Accounts * couples / Math.Max(uses * uses, 1), 1);
    }

    /// <summary>Suspect templates by account, from the first template.</summary>
    public Rows Suspects { get; }

    public static CoUse Count(World world, bool[] suspect, ResolutionSettings settings, CancellationToken cancellationToken)
    {
        var templates = world.Of(FactKind.Template);
        var suspects = Select(world, suspect);
        var compared = Compared(world, suspects, settings.TemplatesCompared);
        var pool = new ScratchPool<FactCounter>(() => new FactCounter(templates.Length));
        var pairs = Ranges.Map(templates.Length, 64, (from, to) =>
        {
            var counter = pool.Rent();
            List<(int, int, int)> found = [];
            for (var x = from; x < to; x++)
            {
                if (!suspect[x])
                {
                    continue;
                }

                counter.Clear();
                foreach (var account in world.Users(templates.Start + x))
                {
                    var row = compared.Of(account);
                    var at = row.BinarySearch(x);
                    for (var i = at + 1; at >= 0 && i < row.Length; i++)
                    {
                        counter.Add(row[i]);
                    }
                }

                counter.Touched.Sort();
                foreach (var y in counter.Touched)
                {
                    if (counter[y] > 1)
                    {
                        found.Add((x, y, counter[y]));
                    }
                }
            }

            pool.Return(counter);
            return found;
        }, cancellationToken);
        return new CoUse(world, suspect, suspects, [.. pairs.SelectMany(p => p)]);
    }

    /// <summary>
    /// Co-use beyond chance at a false discovery rate of a hundredth, weighted by its effect: what share of the more popular template's users it is, beyond
    /// what busy people do. Tests are counted where there could be a discovery: a template of very few users can be no surprise, and counting those, which
    /// are most, hides an operator in a small world.
    /// </summary>
    public List<Tie> Significant(ResolutionSettings settings)
    {
        var surprise = new double[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            surprise[i] = Surprise.Of(pairs[i].Users, Expected(pairs[i]));
        }

        var sorted = (double[])surprise.Clone();
        Array.Sort(sorted);
        var tested = Enumerable.Range(0, templates.Length).Count(t => suspect[t] && Degree(t) >= settings.SmallGroup);
        var all = (2 * Math.Log2(Math.Max(tested, 2))) - 1 + settings.JoinBits;
        var need = all;
        for (var i = 0; i < sorted.Length; i++)
        {
            var s = sorted[^(i + 1)];
            if (s >= all - Math.Log2(i + 1))
            {
                need = s;
            }
        }

        List<Tie> ties = [];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (x, y, users) = pairs[i];
            var effect = (users - (busy * Expected(pairs[i]))) / Math.Max(Degree(x), Degree(y));
            if (surprise[i] >= need && effect > 0)
            {
                ties.Add(new Tie(x, y, effect));
            }
        }

        return ties;
    }

    private double Degree(int template) => world.Degree(templates.Start + template);

    private double Expected((int X, int Y, int Users) pair) => Degree(pair.X) * Degree(pair.Y) / world.Accounts;

    private static Rows Select(World world, bool[] suspect)
    {
        var templates = world.Of(FactKind.Template);
        var (start, values) = (new int[world.Accounts + 1], new List<int>());
        for (var a = 0; a < world.Accounts; a++)
        {
            foreach (var fact in world.FactsOf(a, FactKind.Template))
            {
                if (suspect[fact - templates.Start])
                {
                    values.Add(fact - templates.Start);
                }
            }

            start[a + 1] = values.Count;
        }

        return new Rows(start, [.. values]);
    }

    /// <summary>The rarest suspect templates of each account, ascending.</summary>
    private static Rows Compared(World world, Rows suspects, int most)
    {
        var first = world.Of(FactKind.Template).Start;
        var (start, values, buffer) = (new int[world.Accounts + 1], new List<int>(), new List<int>());
        for (var a = 0; a < world.Accounts; a++)
        {
            var row = suspects.Of(a);
            if (row.Length <= most)
            {
                values.AddRange(row);
            }
            else
            {
                buffer.Clear();
                buffer.AddRange(row);
                buffer.Sort((x, y) => (world.Degree(first + x), x).CompareTo((world.Degree(first + y), y)));
                buffer.RemoveRange(most, buffer.Count - most);
                buffer.Sort();
                values.AddRange(buffer);
            }

            start[a + 1] = values.Count;
        }

        return new Rows(start, [.. values]);
    }
}
