using CsCheck;
using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

public sealed class IndexTreeTests
{
    private static readonly Gen<(bool IsAdding, int Key, int Id)[]> s_steps =
        Gen.Select(Gen.Frequency((3, Gen.Const(true)), (2, Gen.Const(false))), Gen.Int[0, 400], Gen.Int[0, 8]).Array[100, 4000];

    [Fact]
    public void Tree_AnyAddsAndRemoves_HoldsWhatASortedSetHolds() => s_steps.Sample(
        steps =>
        {
            var tree = new IndexTree(owner: 0, width: 1);
            var expected = new SortedSet<(int Key, int Id)>();
            var older = new List<(IndexTree Tree, (int Key, int Id)[] Entries)>();
            for (var i = 0; i < steps.Length; i++)
            {
                if (i % 500 == 0)
                {
                    older.Add((tree, [.. expected]));
                    tree = tree.For(i + 1);
                }

                Apply(tree, expected, steps[i]);
            }

            older.Add((tree, [.. expected]));
            Assert.All(older, pair => Assert.Equal(pair.Entries, Entries(pair.Tree)));
            Assert.Equal(expected.Count, tree.Count);
            for (var key = 0; key <= 400; key++)
            {
                var from = expected.GetViewBetween((key, 0), (key, int.MaxValue));
                Assert.Equal(from.Count == 0 ? -1 : from.Min.Id, tree.Find([Value.Of(key)]));
            }
        },
        iter: 40);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Tree_KeysThatGrowOrShrinkAndThenGo_IsInOrderAndEmptyAtTheEnd(int direction)
    {
        const int Keys = 20_000;
        var tree = new IndexTree(owner: 0, width: 2);
        for (var i = 0; i < Keys; i++)
        {
            tree.Add([Value.Of(i * direction), Value.Of("x")], i);
        }

        Assert.Equal(Enumerable.Range(0, Keys).Select(i => i * direction).Order(), Entries(tree).Select(e => e.Key));
        for (var i = 0; i < Keys; i++)
        {
            Assert.Equal(i, tree.Find([Value.Of(i * direction), Value.Of("x")]));
            tree.Remove([Value.Of(i * direction), Value.Of("x")], i);
        }

        Assert.Empty(Entries(tree));
        Assert.Equal(0, tree.Count);
    }

    [Theory]
    [InlineData("numbers")]
    [InlineData("texts")]
    [InlineData("mixed")]
    public void Build_AnyKeys_GivesTheTreeThatAddingMakes(string kind) => Gen.Int[-300, 300].Array[0, 5000].Sample(
        numbers =>
        {
            var (builder, added) = (new IndexBuilder(width: 2), new IndexTree(owner: 0, width: 2));
            for (var id = 0; id < numbers.Length; id++)
            {
                Value[] key = [KeyOf(kind, numbers[id]), Value.Of(numbers[id] % 7)];
                builder.Add(key, id);
                added.Add(key, id);
            }

            var twin = builder.Sort();
            var built = builder.Build(owner: 0);

            Assert.Equal(Ids(added), Ids(built));
            Assert.Equal(numbers.Distinct().Count() < numbers.Length, twin >= 0);
            Assert.All(numbers.Distinct(), n => Assert.Equal(Array.IndexOf(numbers, n), built.Find([KeyOf(kind, n), Value.Of(n % 7)])));
        },
        iter: 20);

    [Fact]
    public void EstimateDistinct_KeysThatRepeat_IsNearTheTruth()
    {
        var tree = new IndexTree(owner: 0, width: 1);
        for (var i = 0; i < 30_000; i++)
        {
            tree.Add([Value.Of(i % 1000)], i);
        }

        Assert.InRange(TreeSample.EstimateDistinct(tree), 800, 1250);
    }

    /// <summary>Texts share their beginning, and some go on with what UTF-16 orders elsewhere.</summary>
    private static Value KeyOf(string kind, int number) => kind switch
    {
        "numbers" => Value.Of(number),
        "texts" => Value.Of("acc-" + (number % 3 == 0 ? "\U0001F600" : number % 3 == 1 ? "\uFFFD" : "") + number),
        _ => number % 2 == 0 ? Value.Of(number) : Value.Of($"{number}"),
    };

    private static IEnumerable<long> Ids(IndexTree tree)
    {
        for (var cursor = new LinkGraph.Storage.IndexCursor(tree, [], default, default); cursor.MoveNext();)
        {
            yield return cursor.Current;
        }
    }

    private static void Apply(IndexTree tree, SortedSet<(int Key, int Id)> expected, (bool IsAdding, int Key, int Id) step)
    {
        if (step.IsAdding && expected.Add((step.Key, step.Id)))
        {
            tree.Add([Value.Of(step.Key)], step.Id);
        }
        else if (!step.IsAdding && expected.Remove((step.Key, step.Id)))
        {
            tree.Remove([Value.Of(step.Key)], step.Id);
        }
    }

    private static List<(int Key, int Id)> Entries(IndexTree tree)
    {
        var entries = new List<(int Key, int Id)>();
        var cursor = new LinkGraph.Storage.IndexCursor(tree, [], default, default);
        while (cursor.MoveNext())
        {
            entries.Add(((int)cursor.ValueAt(0).AsInteger(), (int)cursor.Current));
        }

        return entries;
    }
}
