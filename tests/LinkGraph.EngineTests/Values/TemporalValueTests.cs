using CsCheck;
using LinkGraph.Storage.Values;
using NodaTime;
using Duration = LinkGraph.Storage.Values.Duration;
using LocalDateTime = LinkGraph.Storage.Values.LocalDateTime;
using LocalTime = LinkGraph.Storage.Values.LocalTime;
using ZonedDateTime = LinkGraph.Storage.Values.ZonedDateTime;

namespace LinkGraph.EngineTests.Values;

public sealed class TemporalValueTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void Date_AnyDayOfDateOnly_HasSameParts() => Days.Sample(day =>
    {
        var date = Date.Of(day.Year, day.Month, day.Day);
        return date.Parts() == (day.Year, day.Month, day.Day)
            && date.EpochDay == day.DayNumber - new DateOnly(1970, 1, 1).DayNumber
            && date.DayOfYear == day.DayOfYear
            && date.DayOfWeek % 7 == (int)day.DayOfWeek
            && date.Week == System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))
            && Date.OfWeek(date.WeekYear, date.Week, date.DayOfWeek) == date
            && Date.OfOrdinal(date.Year, date.DayOfYear) == date
            && Date.OfQuarter(date.Year, date.Quarter, date.DayOfQuarter) == date;
    });

    [Fact]
    public void PlusMonths_AnyDay_AgreesWithNodaTime() =>
        Gen.Select(Gen.Int[-300_000, 300_000], Gen.Int[-5000, 5000]).Sample((day, months) =>
        {
            var expected = LocalDate.FromDateTime(new DateTime(1970, 1, 1)).PlusDays(day).PlusMonths(months);
            return new Date(day).PlusMonths(months).Parts() == (expected.Year, expected.Month, expected.Day);
        });

    [Fact]
    public void Date_AllYears_PartsAndBackAreTheSame() => Samples.Dates.Sample(date =>
    {
        var (year, month, day) = date.Parts();
        return Date.Of(year, month, day) == date;
    });

    [Fact]
    public void OfLocal_AnyTimeAndZone_AgreesWithNodaTime() =>
        Gen.Select(Gen.Long[-4_000_000_000, 6_000_000_000], Samples.AnyOf("Europe/Stockholm", "America/New_York", "Pacific/Apia")).Sample((second, id) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var local = NodaTime.LocalDateTime.FromDateTime(DateTime.UnixEpoch).PlusSeconds(second);
            Assert.True(Zone.TryFind(id, out var ours));
            return ZonedDateTime.OfLocal(new(second, 0), ours).EpochSecond == local.InZoneLeniently(zone).ToInstant().ToUnixTimeSeconds();
        });

    [Theory]
    [InlineData(-9999, 3208)] // local mean time, long before there were zones
    [InlineData(99_999, 7200)]
    public void OffsetAt_BeyondTheRules_GoesOnAsBefore(int year, int expected)
    {
        Assert.True(Zone.TryFind("Europe/Stockholm", out var zone));
        Assert.Equal(expected, zone.OffsetAt(Date.Of(year, 7, 1).EpochDay * TimeUnits.SecondsPerDay));
    }

    [Fact]
    public void Value_AnyTemporal_IsHeldWhole()
    {
        Samples.Times.Sample(time => Value.Of(time).AsTime() == time);
        Samples.LocalDateTimes.Sample(time => Value.Of(time).AsLocalDateTime() == time && Value.Of(time).Kind == ValueKind.LocalDateTime);
        Samples.ZonedDateTimes.Sample(time => Value.Of(time).AsZonedDateTime() == time && Value.Of(time).Kind == ValueKind.ZonedDateTime);
        Samples.ZonedDateTimes.Sample(time => !Value.Of(time).TryGetInstant(out var zone, out var nanos)
            || Value.OfInstant(zone, nanos).AsZonedDateTime() == time);
    }

    [Theory]
    [InlineData(14, 25, 18_367, 500_000_000, "P1Y2M25DT5H6M7.5S")]
    [InlineData(0, 0, -1, 5, "PT-0.999999995S")]
    [InlineData(-14, -3, -3601, 0, "P-1Y-2M-3DT-1H-1S")]
    [InlineData(0, 0, 0, -1, "PT-0.000000001S")]
    [InlineData(0, 0, 0, 0, "PT0S")]
    [InlineData(0, 1, -90_000, 0, "P1DT-25H")]
    [InlineData(0, 0, -60, -500_000_000, "PT-1M-0.5S")]
    [InlineData(0, 0, -60, 500_000_000, "PT-59.5S")]
    [InlineData(12, 0, 0, 0, "P1Y")]
    public void ToString_Duration_AsNeo4jWritesIt(long months, long days, long seconds, long nanos, string expected) =>
        Assert.Equal(expected, new Duration(months, days, seconds, nanos).ToString());

    [Fact]
    public void ToString_Times_AsNeo4jWritesThem()
    {
        Assert.Equal("12:00:00", LocalTime.Of(12, 0).ToString());
        Assert.Equal("12:00:00.5", LocalTime.Of(12, 0, 0, 500_000_000).ToString());
        Assert.Equal("12:00:00.500", LocalTime.Of(12, 0, 0, 500_000_000).ToShortString());
        Assert.Equal("12:00", LocalTime.Of(12, 0).ToShortString());
        Assert.Equal("+20000-01-01", Date.Of(20_000, 1, 1).ToString());
        Assert.Equal("-0044-03-15", Date.Of(-44, 3, 15).ToString());
        Assert.Equal("1700-02-03T12:00:00", new LocalDateTime(Date.Of(1700, 2, 3), LocalTime.Of(12, 0)).ToString());
    }

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e10, "1.0E10")]
    [InlineData(1e-5, "1.0E-5")]
    [InlineData(0.001, "0.001")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(12345678.9, "1.23456789E7")]
    [InlineData(0.0001234, "1.234E-4")]
    [InlineData(-1.7976931348623157E308, "-1.7976931348623157E308")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Write_Float_AsJavaDoes(double value, string expected) => Assert.Equal(expected, FloatText.Write(value));
}
