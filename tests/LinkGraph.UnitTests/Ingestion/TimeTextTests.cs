using System.Globalization;
using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Validation;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0000000")]
    [InlineData("2026-01-01t00:00:00z", "2026-01-01T00:00:00.0000000")]
    [InlineData("2026-01-01 02:00:00+02:00", "2026-01-01T00:00:00.0000000")]
    [InlineData("2025-12-31T22:30:00.123456789-01:30", "2026-01-01T00:00:00.1234567")]
    [InlineData("2024-02-29T00:00:00.5Z", "2024-02-29T00:00:00.5000000")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000")]
    public void TryParse_Rfc3339_IsUtc(string text, string expected)
    {
        Assert.True(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out long ticks));
        Assert.Equal(expected, new DateTime(ticks).ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-00-01T00:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T00:60:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("2026-01-01T00:00:00+24:00")]
    [InlineData("2026-01-01T00:00:00+0100")]
    [InlineData("2026-01-01T00:00:00Zx")]
    [InlineData("2026-1-01T00:00:00ZZ")]
    [InlineData("-026-01-01T00:00:00Z")]
    public void TryParse_NoTime_IsFalse(string text) => Assert.False(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryParse_WhateverTheFrameworkPrints_IsTheSameTime() =>
        Gen.Select(Gen.Long[new DateTime(1971, 1, 1).Ticks, new DateTime(9000, 1, 1).Ticks], Gen.Int[-840, 840]).Sample((clock, offset) =>
        {
            var time = new DateTimeOffset(clock, TimeSpan.FromMinutes(offset));
            byte[] text = Encoding.UTF8.GetBytes(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture));
            return TimeText.TryParse(text, out long ticks) && ticks == time.UtcTicks;
        });

    [Fact]
    public void TryParse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 40].Sample(bytes => { _ = TimeText.TryParse(bytes, out _); });
}
