using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

/// <summary>Asks an index for everything, and for what its values and their neighbours would find.</summary>
internal static class IndexComparison
{
    private static readonly Value[] s_probes = [.. GraphOperation.Values.Where(v => !v.IsNull)];
    private static readonly string[] s_prefixes = ["", "a", "ab", "zz"];

    public static void AssertSame(GraphModel model, IGraphView view, IndexDescriptor index)
    {
        var entries = model.With(index.Entity, index.Token)
            .Select(e => (e.Id, Key: GraphModel.KeyOf(index, e.Properties)!)).Where(e => e.Key is not null).ToList();
        AssertFound(entries, view.ScanIndex(index));
        Assert.Equal(entries.Count, view.CountEntries(index));
        Assert.InRange(view.EstimateDistinct(index), 0, entries.Count);
        foreach (var value in s_probes)
        {
            AssertFound(entries.Where(e => Equal(e.Key[0], value)), view.SeekIndex(index, value));
            AssertRanges(entries, view, index, value);
            if (index.Keys.Length == 2)
            {
                var second = s_probes[0];
                AssertFound(entries.Where(e => Equal(e.Key[0], value) && Equal(e.Key[1], second)), view.SeekIndex(index, value, second));
                AssertFound(
                    entries.Where(e => Equal(e.Key[0], value) && ValueComparison.IsLess(e.Key[1], second) == true),
                    view.SeekIndexRange(index, [value], Bound.None, Bound.Excluding(second)));
            }
        }

        foreach (var prefix in s_prefixes)
        {
            AssertFound(
                entries.Where(e => e.Key[0].IsString && e.Key[0].AsString().StartsWith(prefix, StringComparison.Ordinal)),
                view.SeekIndexPrefix(index, [], prefix));
        }
    }

    private static void AssertRanges(List<(long Id, Value[] Key)> entries, IGraphView view, IndexDescriptor index, Value value)
    {
        if (value.Kind is ValueKind.List or ValueKind.Duration or ValueKind.Point)
        {
            return;
        }

        AssertFound(
            entries.Where(e => ValueComparison.IsLess(e.Key[0], value) == true), view.SeekIndexRange(index, [], Bound.None, Bound.Excluding(value)));
        AssertFound(
            entries.Where(e => ValueComparison.IsGreaterOrEqual(e.Key[0], value) == true),
            view.SeekIndexRange(index, [], Bound.Including(value), Bound.None));
        foreach (var other in s_probes.Take(6))
        {
            AssertFound(
                entries.Where(e => ValueComparison.IsGreater(e.Key[0], value) == true && ValueComparison.IsLessOrEqual(e.Key[0], other) == true),
                view.SeekIndexRange(index, [], Bound.Excluding(value), Bound.Including(other)));
        }
    }

    private static bool Equal(Value left, Value right) => ValueEquality.Equals(left, right) == true;

    private static void AssertFound(IEnumerable<(long Id, Value[] Key)> expected, IndexCursor cursor)
    {
        var found = new List<long>();
        var keys = new List<Value>();
        while (cursor.MoveNext())
        {
            found.Add(cursor.Current);
            keys.Add(cursor.ValueAt(0));
        }

        Assert.Equal(expected.Select(e => e.Id).Order(), found.Order());
        Assert.All(keys.Zip(keys.Skip(1)), pair => Assert.True(OrderComparer.Instance.Compare(pair.First, pair.Second) <= 0));
    }
}
