using CsCheck;
using LinkGraph.Bolt.PackStream;
using Neo4j.Driver;
using Neo4j.Driver.Internal.Values;

namespace LinkGraph.UnitTests.Driver;

public sealed class ValueRoundTripTests
{
    private static readonly Gen<object?> Scalar = Gen.OneOf<object?>(
        Gen.Const((object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Long[-200, 2000].Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 40].Select(value => (object?)value),
        Gen.Byte.Array[0, 300].Select(value => (object?)value),
        Gen.DateOnly.Select(value => (object?)new LocalDate(value)),
        Gen.Long[0, TimeSpan.TicksPerDay - 1].Select(ticks => (object?)new LocalTime(TimeSpan.FromTicks(ticks))),
        Gen.DateTime.Select(value => (object?)new LocalDateTime(value)),
        Gen.Select(Gen.Long[-50_000_000_000, 200_000_000_000], Gen.Int[0, 999_999_999], Gen.Int[-64_800, 64_800])
            .Select((seconds, nanos, offset) => (object?)new ZonedDateTime(seconds, nanos, Zone.Of(offset))),
        Gen.Select(Gen.Long, Gen.Long, Gen.Long, Gen.Int[0, 999_999_999])
            .Select((months, days, seconds, nanos) => (object?)new Duration(months, days, seconds, nanos)),
        Gen.Select(Gen.Int, Gen.Double, Gen.Double).Select((srId, x, y) => (object?)new Point(srId, x, y)));

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, inner) => depth >= 3
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.List[0, 20].Select(list => (object?)list),
            Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 0, 60], inner)[0, 20].Select(map => (object?)map)));

    [Fact]
    public void ReadAfterWrite_AnyValue_IsTheSame() => Value.Sample(value =>
    {
        var writer = new PackStreamWriter();
        ValueWriter.Write(writer, value);
        var reader = new PackStreamReader(writer.Written.Span);

        var read = new ValueReader().Read(ref reader);

        Assert.Equal(0, reader.Remaining);
        Assert.Equal(value, read);
    });

    [Fact]
    public void Skip_AnyValue_EndsWhereReadingDoes() => Value.Sample(value =>
    {
        var writer = new PackStreamWriter();
        ValueWriter.Write(writer, value);
        var reader = new PackStreamReader(writer.Written.Span);

        reader.Skip();

        Assert.Equal(0, reader.Remaining);
    });

    [Fact]
    public void Read_AnyBytes_EndsOrThrowsPackStreamException() => Gen.Byte.Array[1, 80].Sample(bytes =>
    {
        var reader = new PackStreamReader(bytes);
        try
        {
            new ValueReader().Read(ref reader);
        }
        catch (PackStreamException)
        {
        }
    });

    [Fact]
    public void LocalDate_EveryDay_CountsAsDotNetDoes() => Gen.DateOnly.Sample(date =>
    {
        var local = new LocalDate(date);

        Assert.Equal(date.DayNumber - new DateOnly(1970, 1, 1).DayNumber, local.DaysSinceEpoch);
        Assert.Equal(local, new LocalDate(local.DaysSinceEpoch));
        Assert.Equal(date, local.ToDateOnly());
        Assert.Equal(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), local.ToString());
    });

    [Fact]
    public void ZonedDateTime_AnyMoment_ComesBackAsDateTimeOffset() =>
        Gen.Select(Gen.DateTime, Gen.Int[-14 * 60, 14 * 60]).Sample((dateTime, minutes) =>
        {
            var clamped = new DateTime(Math.Clamp(dateTime.Ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay));
            var moment = new DateTimeOffset(clamped, TimeSpan.FromMinutes(minutes));

            Assert.Equal(moment, new ZonedDateTime(moment).As<DateTimeOffset>());
        });

    [Fact]
    public void Conversions_OutOfRange_SayWhatIsWrong()
    {
        Assert.Throws<ValueOverflowException>(() => new LocalDate(10_000, 1, 1).ToDateTime());
        Assert.Throws<ValueTruncationException>(() => new LocalTime(0, 0, 0, 1).ToTimeSpan());
        Assert.Throws<ValueTruncationException>(() => new Duration(1, 0, 0, 0).ToTimeSpan());
        Assert.Throws<ValueOverflowException>(() => new Duration(0, long.MaxValue, 0, 0).ToTimeSpan());
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalDate(2023, 2, 29));
        Assert.Throws<InvalidCastException>(() => ((object?)null).As<int>());
        Assert.Throws<OverflowException>(() => ((object)(1L << 40)).As<int>());
        Assert.Throws<InvalidCastException>(() => ((object)"x").As<INode>());
    }

    [Fact]
    public void As_ListsAndMaps_ConvertTheirItems()
    {
        object list = new List<object> { 1L, 2L };
        object map = new Dictionary<string, object> { ["a"] = new List<object> { 1L } };

        Assert.Equal([1, 2], list.As<List<int>>());
        Assert.Equal([1L, 2L], list.As<IReadOnlyList<long>>());
        Assert.Equal(["1", "2"], list.As<string[]>());
        Assert.Equal([1.0], map.As<Dictionary<string, List<double>>>()["a"]);
        Assert.Equal([1], map.As<IReadOnlyDictionary<string, int[]>>()["a"]);
        Assert.Null(((object?)null).As<int?>());
        Assert.Equal(7, ((object)7L).As<int?>());
        Assert.Equal(3, ((object?)null).As(3));
    }
}
