using CsCheck;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Values;

public sealed class ComparerTests
{
    private static readonly Value NaN = Value.Of(double.NaN);

    [Fact]
    public void Compare_AnyThreeValues_IsTotalAndTransitive() =>
        Gen.Select(Samples.Any, Samples.Any, Samples.Any).Sample((a, b, c) =>
        {
            var order = OrderComparer.Instance;
            Value[] sorted = [a, b, c];
            Array.Sort(sorted, order);
            return Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a))
                && order.Compare(sorted[0], sorted[1]) <= 0
                && order.Compare(sorted[1], sorted[2]) <= 0
                && order.Compare(sorted[0], sorted[2]) <= 0;
        });

    [Fact]
    public void Equals_AnyTwoValues_AgreesWithOrderAndHash() =>
        Gen.Select(Samples.Any, Samples.Any).Sample((a, b) =>
        {
            var same = EquivalenceComparer.Instance.Equals(a, b);
            return same == (OrderComparer.Instance.Compare(a, b) == 0)
                && (!same || EquivalenceComparer.Instance.GetHashCode(a) == EquivalenceComparer.Instance.GetHashCode(b))
                && EquivalenceComparer.Instance.Equals(a, a);
        });

    [Fact]
    public void Equals_AnyTwoValues_TernaryImpliesEquivalence() =>
        Gen.Select(Samples.Any, Samples.Any).Sample((a, b) =>
            ValueEquality.Equals(a, b) is not true || EquivalenceComparer.Instance.Equals(a, b));

    [Fact]
    public void IsLess_AnyTwoValues_AgreesWithOrder() =>
        Gen.Select(Samples.Any, Samples.Any).Sample((a, b) =>
            ValueComparison.Compare(a, b) is not { } compared || compared == Math.Sign(OrderComparer.Instance.Compare(a, b)));

    [Fact]
    public void Compare_KindsMixed_OrdersAsNeo4jDoes()
    {
        // What Neo4j 5.26 gives for ORDER BY over these.
        Value[] expected =
        [
            Map(), Map(("a", Value.Of(1))), Map(("a", Value.Of(2))), Map(("a", Value.Null)), Map(("b", Value.Of(0))),
            Map(("a", Value.Of(1)), ("b", Value.Of(2))), Map(("d", Value.Of(1)), ("c", Value.Null)),
            Value.List(), Value.List(Value.Of("a")), Value.List(Value.Of(1)), Value.List(Value.Null),
            Value.Of(new Point(4326, 2, 1)), Value.Of(new Point(7203, 0, 5)), Value.Of(new Point(7203, 1, 1)), Value.Of(new Point(9157, 1, 2, 3)),
            Value.Of(new ZonedDateTime(1_577_836_800, 0, Zone.Utc)), Value.Of(new LocalDateTime(1_577_836_800, 0)), Value.Of(Date.Of(2020, 1, 1)),
            Value.Of(new Time(LocalTime.Of(10, 0), 0)), Value.Of(LocalTime.Of(10, 0)),
            Value.Of(new Duration(0, 0, 86_400, 0)), Value.Of(new Duration(0, 1, 0, 0)), Value.Of(new Duration(0, 0, 90_000, 0)),
            Value.Of("a"), Value.False, Value.True, Value.Of(1), Value.Of(1.5), NaN, Value.Null,
        ];

        Value[] shuffled = [.. expected.Reverse()];
        Array.Sort(shuffled, OrderComparer.Instance);

        Assert.Equal(expected.Select(value => value.ToString()), shuffled.Select(value => value.ToString()));
    }

    [Theory]
    [InlineData(9007199254740993, 9007199254740992d, 1)]
    [InlineData(9007199254740992, 9007199254740992d, 0)]
    [InlineData(long.MaxValue, 9223372036854775807d, -1)]
    [InlineData(long.MinValue, -9223372036854775808d, 0)]
    [InlineData(1, 1.5, -1)]
    [InlineData(-1, -1.5, 1)]
    [InlineData(0, -0.0, 0)]
    [InlineData(5, double.NegativeInfinity, 1)]
    public void Compare_IntegerWithFloat_IsExact(long integer, double number, int expected)
    {
        Assert.Equal(expected, Math.Sign(OrderComparer.Instance.Compare(Value.Of(integer), Value.Of(number))));
        Assert.Equal(expected == 0, EquivalenceComparer.Instance.Equals(Value.Of(integer), Value.Of(number)));
    }

    [Fact]
    public void Equals_NaN_EquivalentButNotEqual()
    {
        Assert.False(ValueEquality.Equals(NaN, NaN));
        Assert.True(EquivalenceComparer.Instance.Equals(NaN, NaN));
        Assert.False(ValueEquality.Equals(Value.List(NaN), Value.List(NaN)));
        Assert.False(ValueComparison.IsLess(Value.Of(1), NaN));
        Assert.False(ValueComparison.IsGreaterOrEqual(Value.Of(1), NaN));
        Assert.Null(ValueComparison.IsGreater(NaN, Value.Of("a")));
    }

    [Fact]
    public void Equals_NullsInside_NullUnlessDecided()
    {
        Assert.Null(ValueEquality.Equals(Value.Null, Value.Of(1)));
        Assert.Null(ValueEquality.Equals(List(1, null), List(1, null)));
        Assert.False(ValueEquality.Equals(List(1, null), List(2, null)));
        Assert.False(ValueEquality.Equals(List([null]), List(1, 2)));
        Assert.Null(ValueEquality.Equals(Map(("a", Value.Null)), Map(("a", Value.Null))));
        Assert.False(ValueEquality.Equals(Map(("a", Value.Null)), Map(("b", Value.Null))));
        Assert.True(ValueEquality.Equals(Map(("a", Value.Of(1)), ("b", Value.Of(2))), Map(("b", Value.Of(2.0)), ("a", Value.Of(1)))));
    }

    [Fact]
    public void IsLess_Lists_DecidedByFirstDifference()
    {
        Assert.True(ValueComparison.IsLess(List(1), List(1, null)));
        Assert.True(ValueComparison.IsGreaterOrEqual(List(1, null), List(1)));
        Assert.Null(ValueComparison.IsLess(List(1, null), List(1, 2)));
        Assert.True(ValueComparison.IsLess(List(1, 2), List(3, null)));
        Assert.Null(ValueComparison.IsLess(Value.List(Value.Of(1), Value.Of("a")), List(1, 2)));
        Assert.Null(ValueComparison.IsLess(Value.List(NaN), List(1)));
    }

    [Fact]
    public void IsLess_KindsWithoutOrder_NullUnlessTheSame()
    {
        var (one, two) = (Value.Of(new Duration(0, 1, 0, 0)), Value.Of(new Duration(0, 2, 0, 0)));
        Assert.Null(ValueComparison.IsLess(one, two));
        Assert.Null(ValueComparison.IsLess(one, one));
        Assert.True(ValueComparison.IsLessOrEqual(one, one));
        var place = Value.Of(new Point(7203, 1, 1));
        Assert.True(ValueComparison.IsGreaterOrEqual(place, place));
        Assert.Null(ValueComparison.IsGreaterOrEqual(place, Value.Of(new Point(7203, 1, 0))));
        Assert.True(ValueComparison.IsGreater(Value.True, Value.False));
    }

    [Fact]
    public void Equals_ZonedTimes_IncludeOffsetAndZone()
    {
        var (east, utc) = (Value.Of(new Time(LocalTime.Of(12, 0), 3600)), Value.Of(new Time(LocalTime.Of(11, 0), 0)));
        Assert.False(ValueEquality.Equals(east, utc));
        Assert.True(ValueComparison.IsGreater(east, utc));
        Assert.True(Zone.TryFind("europe/stockholm", out var stockholm));
        Assert.True(Zone.TryFind("Europe/Berlin", out var berlin));
        var instant = new ZonedDateTime(1_577_833_200, 0, stockholm);
        Assert.False(ValueEquality.Equals(Value.Of(instant), Value.Of(instant.In(berlin))));
        Assert.Equal("2020-01-01T00:00:00+01:00[Europe/Stockholm]", instant.ToString());
        Assert.Equal("2020-01-01T00:00+01:00[Europe/Stockholm]", instant.ToShortString());
    }

    private static Value List(params int?[] items) =>
        Value.List([.. items.Select(item => item is { } number ? Value.Of(number) : Value.Null)]);

    private static Value Map(params (string Key, Value Value)[] entries) =>
        Value.Map(new(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))));
}
