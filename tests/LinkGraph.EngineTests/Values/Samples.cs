using CsCheck;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Values;

/// <summary>Values of every kind, at random.</summary>
internal static class Samples
{
    private static readonly string[] Zones = ["Europe/Stockholm", "America/New_York", "Pacific/Apia", "UTC", "Asia/Kathmandu"];

    public static Gen<Date> Dates { get; } = Gen.OneOf(Gen.Long[-800_000, 800_000], Gen.Long[Date.LeastEpochDay, Date.MostEpochDay])
        .Select(Date.OfEpochDay);

    public static Gen<LocalTime> LocalTimes { get; } = Gen.OneOf(
        Gen.Long[0, 86_399].Select(second => new LocalTime(second * TimeUnits.NanosPerSecond)),
        Gen.Long[0, TimeUnits.NanosPerDay - 1].Select(LocalTime.OfNanosOfDay));

    public static Gen<int> Offsets { get; } = Gen.Int[-72, 72].Select(quarter => quarter * 900);

    public static Gen<Time> Times { get; } = Gen.Select(LocalTimes, Offsets, Time.Of);

    public static Gen<LocalDateTime> LocalDateTimes { get; } = Gen.Select(Dates, LocalTimes, (date, time) => new LocalDateTime(date, time));

    public static Gen<Zone> ZoneGen { get; } = Gen.OneOf(
        Offsets.Select(Zone.OfOffset),
        AnyOf(Zones).Select(id => Zone.TryFind(id, out var zone) ? zone : throw new InvalidOperationException(id)));

    public static Gen<ZonedDateTime> ZonedDateTimes { get; } = Gen.Select(LocalDateTimes, ZoneGen, (local, zone) => ZonedDateTime.OfLocal(local, zone));

    public static Gen<Duration> Durations { get; } = Gen.Select(
        Gen.Long[-30, 30], Gen.Long[-900, 900], Gen.Long[-100_000, 100_000], Gen.Long[0, 999_999_999],
        (months, days, seconds, nanos) => new Duration(months, days, seconds, nanos));

    private static readonly Gen<double> Floats = Gen.OneOf(
        Gen.Double, Gen.Int[-3, 3].Select(number => (double)number), AnyOf(double.NaN, double.NegativeInfinity, -0.0, 9.3e18, 9007199254740992d));

    private static readonly Gen<Value> Simple = Gen.OneOf(
        Gen.Const(Value.Null),
        Gen.Bool.Select(Value.Of),
        Gen.OneOf(Gen.Long[-3, 3], AnyOf(long.MinValue, long.MaxValue, 9007199254740992, 9007199254740993)).Select(Value.Of),
        Floats.Select(Value.Of),
        Gen.OneOf(Gen.String[0, 3], AnyOf("a", "b", "\uFFFD", "\U0001F600")).Select(Value.Of),
        Gen.Long[0, 3].Select(Value.Node),
        Gen.Long[0, 3].Select(Value.Relationship),
        Gen.Byte.Array[0, 2].Select(Value.Bytes),
        Dates.Select(Value.Of),
        LocalTimes.Select(Value.Of),
        Times.Select(Value.Of),
        LocalDateTimes.Select(Value.Of),
        ZonedDateTimes.Select(Value.Of),
        Durations.Select(Value.Of),
        Gen.Select(AnyOf(Point.Wgs84, Point.CartesianWith3), Gen.Int[0, 2], Gen.Int[0, 2], (srid, x, y) => Value.Of(new Point(srid, x, y, 1))));

    public static Gen<Value> Any { get; } = Gen.Recursive<Value>((depth, inner) => depth >= 2
        ? Simple
        : Gen.Frequency(
            (6, Simple),
            (1, inner.Array[0, 3].Select(items => Value.List(items))),
            (1, Gen.Select(AnyOf("a", "b", "c"), inner).Array[0, 3].Select(MapOf))));

    public static Gen<T> AnyOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static Value MapOf((string Key, Value Value)[] entries) =>
        Value.Map(new(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))));
}
