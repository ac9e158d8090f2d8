using CsCheck;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Functions.Operators;
using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.EngineTests.Values;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

public sealed class TemporalTextTests
{
    [Fact]
    public void Parse_WhatWasPrinted_IsTheSame()
    {
        Samples.Dates.Sample(date => TemporalParser.ParseDate(date.ToString()) == date);
        Samples.LocalTimes.Sample(time => TemporalParser.ParseLocalTime(time.ToString()) == time && TemporalParser.ParseLocalTime(time.ToShortString()) == time);
        Samples.Times.Sample(time => TemporalParser.ParseTime(time.ToString(), Utc) == time && TemporalParser.ParseTime(time.ToShortString(), Utc) == time);
        Samples.LocalDateTimes.Sample(time => TemporalParser.ParseLocalDateTime(time.ToString()) == time);
        Samples.ZonedDateTimes.Sample(time => TemporalParser.ParseZonedDateTime(time.ToString(), Utc) == time);
        Samples.Durations.Sample(duration => DurationFunctions.Parse(duration.ToString()) == duration);
    }

    [Fact]
    public void Between_AnyTwoDateTimes_AddedToTheFirstIsTheSecond() =>
        Gen.Select(Samples.LocalDateTimes, Samples.LocalDateTimes).Sample((from, to) =>
            TemporalArithmetic.Add(Value.Of(from), DurationBetween.Between(Value.Of(from), Value.Of(to)).AsDuration()).AsLocalDateTime() == to);

    [Fact]
    public void InSeconds_AnyTwoZonedDateTimes_IsTheTimeBetweenTheInstants() =>
        Gen.Select(Samples.ZonedDateTimes, Samples.ZonedDateTimes).Sample((from, to) =>
            TemporalArithmetic.Add(Value.Of(from), DurationBetween.InSeconds(Value.Of(from), Value.Of(to)).AsDuration()).AsZonedDateTime()
                == to.In(from.Zone));

    [Fact]
    public void Add_DurationAndItsNegative_ToTimesOfDay_IsWhereItBegan() =>
        Gen.Select(Samples.Times, Samples.Durations).Sample((time, duration) =>
            TemporalArithmetic.Subtract(TemporalArithmetic.Add(Value.Of(time), duration), duration).AsTime() == time);

    [Fact]
    public void Sum_AnyDurations_DoesNotDependOnOrder() =>
        Gen.Select(Samples.Durations, Samples.Durations, Samples.Durations).Sample((a, b, c) => a + b + c == c + (b + a) && a - a == Duration.Zero);

    [Theory]
    [InlineData("2020-02-30")]
    [InlineData("2020-00-01")]
    [InlineData("20200101T10")]
    [InlineData("")]
    public void ParseDate_NoSuchDay_SyntaxError(string text) =>
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", Assert.Throws<CypherException>(() => TemporalParser.ParseDate(text)).Code);

    [Fact]
    public void Add_BeyondTheCalendar_ArithmeticError()
    {
        var last = Value.Of(Date.Of(Date.MostYear, 12, 31));
        var thrown = Assert.Throws<CypherException>(() => Arithmetic.Add(last, Value.Of(new Duration(0, 1, 0, 0))));
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", thrown.Code);
        Assert.Throws<CypherException>(() => Arithmetic.Add(last, Value.Of(new Duration(long.MaxValue, 0, 0, 0))));
        Assert.Throws<CypherException>(() => Arithmetic.Multiply(Value.Of(new Duration(0, long.MaxValue, 0, 0)), Value.Of(2)));
    }

    private static Zone Utc() => Zone.Utc;
}
