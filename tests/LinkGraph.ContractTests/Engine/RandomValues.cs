namespace LinkGraph.ContractTests.Engine;

/// <summary>Functions and operators with arguments that are odd: of the wrong kind, out of range, empty. Left out is where Neo4j 5.26 fails inside (right() of -1,
/// numbers beyond 32 bits as positions) or does not do what it says (rtrim() of all there is).</summary>
internal sealed partial class RandomExpressions
{
    public string Odd() => dice.Next(8) switch
    {
        0 => OddText(),
        1 => OddNumber(),
        2 => OddList(),
        3 => OddMap(),
        4 or 5 => OddTemporal(),
        6 => Place(),
        _ => Converted(),
    };

    private string AnyText() => dice.Pick("''", "'a'", "' ab '", "'aXbXc'", "'é😀'", "'ǅ'", "'ß'", "null", "$text", Property("s", "'b'"), Property("x", "'b'"));

    private string AnyInteger() => dice.Pick("-1", "0", "1", "3", "9223372036854775807", "null", "$int", "-9223372036854775807", Property("i", "2"), Property("x", "2"));

    /// <summary>Larger and negative ones are internal errors of Neo4j.</summary>
    private string Small() => dice.Pick("0", "1", "3", "99", "null", "$int", Property("i", "2"), Property("x", "2"));

    private string OddText() => dice.Next(12) switch
    {
        0 => $"substring({AnyText()}, {Small()}{dice.Pick("", $", {Small()}")})",
        1 => $"{dice.Pick("left", "right")}({AnyText()}, {dice.Pick("0", "1", "99", "null", "$int")})",
        2 => $"split({AnyText()}, {dice.Pick("'X'", "''", "['X', 'b']", "'aX'", "null", "[]")})",
        3 => $"{dice.Pick("ltrim({0})", "btrim({0})", "trim({0})", "ltrim({0}, 'a')", "btrim({0}, ' ')", "ltrim({0}, null)").Replace("{0}", AnyText(), StringComparison.Ordinal)}",
        4 => $"trim({dice.Pick("BOTH", "LEADING")} {dice.Pick("'a'", "' '")} FROM {AnyText()})",
        5 => $"replace({AnyText()}, {dice.Pick("'X'", "'ab'", "null", "'a'")}, {AnyText()})",
        6 => $"{dice.Pick("size", "char_length", "character_length", "isEmpty", "reverse", "toUpper", "toLower", "upper", "lower")}({AnyText()})",
        7 => $"{AnyText()} {dice.Pick("+", "||", "<", "=", "=~", "CONTAINS", "STARTS WITH")} {dice.Pick(AnyText(), AnyText(), AnyInteger())}",
        8 => $"normalize({AnyText()}{dice.Pick("", ", NFD", ", NFKC")})",
        9 => $"{AnyText()} IS {dice.Pick("", "NOT ")}{dice.Pick("", "NFC ", "NFD ")}NORMALIZED",
        10 => $"{dice.Pick("'abc'", "''")}[{AnyInteger()}]",
        _ => $"reduce(t = {AnyText()}, e IN {dice.Pick("['x', 'y']", "[]", "[1]", "null", "$list")} | t + e)",
    };

    private string OddNumber() => dice.Next(10) switch
    {
        0 => $"{AnyInteger()} {dice.Pick("+", "-", "*", "/", "%", "^")} {dice.Pick(AnyInteger(), "0", "0.0", "2.5")}",
        1 => $"round({dice.Pick("2.5", "-2.5", "1.15", "1e20", "null", "$float", Property("f", "0.5"))}, {dice.Pick("0", "1", "-1", "3")}{dice.Pick("", ", 'HALF_UP'", ", 'HALF_EVEN'", ", 'CEILING'", ", 'FLOOR'", ", 'UP'", ", 'DOWN'", ", 'HALF_DOWN'", ", 'NONE'")})",
        2 => $"{dice.Pick("sqrt", "log", "log10", "exp", "sin", "cos", "tan", "cot", "asin", "acos", "atan", "degrees", "radians", "haversin", "abs", "sign", "ceil", "floor", "isNaN")}({dice.Pick("0", "-1", "1", "0.5", "null", "$float", "2", Property("f", "0.5"))})",
        3 => $"atan2({dice.Pick("1", "0", "-1.5")}, {dice.Pick("1", "0.0", "null")})",
        4 => $"{dice.Pick("0.0 / 0.0", "1 / 0.0", "-1 / 0.0")} {Comparison()} {dice.Pick("0.0 / 0.0", "1", "1 / 0.0", "null")}",
        5 => $"{AnyInteger()} {Comparison()} {dice.Pick("1.0", "'1'", "9223372036854775807.0", "null", "true")}",
        6 => $"-({AnyInteger()})",
        7 => dice.Pick("0x7F", "0o17", "1_000", "1e3", ".5", "1.5e-3", "-0.0", "9223372036854775808", "-9223372036854775808", "0xFFFFFFFFFFFFFFFF", "Infinity", "NaN", "INF"),
        8 => $"{AnyInteger()} IN [1, {AnyInteger()}, {dice.Pick("null", "1.0", "[1]")}]",
        _ => $"CASE {AnyInteger()} WHEN IS NULL THEN 'none' WHEN < 0 THEN 'less' WHEN 1.0 THEN 'one' ELSE 'more' END",
    };

    private string AnyList() => dice.Pick("[]", "[1, 2, 3]", "[null, 1]", "['b', 1, null, 2.5]", "[[1], [2, null]]", "null", "$list", Property("l", "[1]"), Property("x", "[0]"), "range(0, 5, 2)", "range(5, 0, -2)", "range(1, 3, 0)");

    private string OddList() => dice.Next(12) switch
    {
        0 => $"{AnyList()}[{dice.Pick("0", "1", "-1", "7", Property("i", "2"))}]",
        1 => $"{AnyList()}[{dice.Pick("", "1", "-2", "null", "9")}..{dice.Pick("", "2", "-1", "0", "99")}]",
        2 => $"{AnyList()} {dice.Pick("+", "||", "=", "<", "<>", ">=")} {dice.Pick(AnyList(), AnyList(), "1")}",
        3 => $"{dice.Pick("head", "last", "tail", "size", "isEmpty", "toStringList", "toIntegerList", "toFloatList", "toBooleanList")}({AnyList()})",
        4 => $"{dice.Pick("1", "null", "[1]", "2.5")} IN {AnyList()}",
        5 => $"{dice.Pick("any", "all", "none", "single")}(e IN {AnyList()} WHERE {dice.Pick("e = 1", "e > 1", "e IS NULL", "true", "null")})",
        6 => $"[e IN {AnyList()} WHERE {dice.Pick("e IS NOT NULL", "e > 1", "true")} | {dice.Pick("e", "[e, e]", "{k: e}", "valueType(e)")}]",
        7 => $"reduce(a = {dice.Pick("0", "[]", "''", "null")}, e IN {AnyList()} | a + e)",
        8 => $"COLLECT {{ UNWIND {AnyList()} AS e RETURN e ORDER BY e{dice.Pick("", " DESC")} }}",
        9 => $"COUNT {{ UNWIND {AnyList()} AS e WITH DISTINCT e RETURN e }}",
        10 => $"reverse({dice.Pick("[1, 2]", "[]", "[null, 'a']", "range(0, 3)")})",
        _ => $"range({AnyInteger()}, {dice.Pick("2", "0", "-2")}{dice.Pick("", ", 1", ", -1")})",
    };

    private string OddMap() => dice.Next(8) switch
    {
        0 => $"{{a: {Integer(0)}, b: null}}.{dice.Pick("a", "b", "c")}",
        1 => $"{{a: {Scalar(0)}}}[{dice.Pick("'a'", "'z'", "null", "1")}]",
        2 => $"$map.{dice.Pick("a", "b", "inner.x", "none")}",
        3 => $"keys({dice.Pick("{a: 1}", "{}", "null", "$map.inner")})",
        4 when Any(Holds.Node) is { } node => $"{node} {{{dice.Pick(".*", ".i, .none", "k: 1, .s", ".*, i: null", $"{node}")}}}",
        5 when Any(Holds.Node) is { } node => $"{node}[{dice.Pick("'i'", "'none'", "$text", "null", "'s'")}]",
        6 => $"{{a: 1, b: [2, null]}} {dice.Pick("=", "<>", "<")} {dice.Pick("{b: [2, null], a: 1}", "{a: 1}", "{a: 1.0, b: [2, 3]}", "null")}",
        _ => $"size(keys({Any(Holds.Node) ?? "$map"}))",
    };

    private string Instant() => dice.Pick(
        "date('2024-02-29')", "date({year: 2023, week: 1, dayOfWeek: 3})", "date({year: 2024, ordinalDay: 60})", "date({year: 2024, quarter: 2, dayOfQuarter: 30})",
        "localtime('23:59:59.999')", "time('10:00+01:00')", "time({hour: 1, minute: 2, second: 3, nanosecond: 4, timezone: '-02:00'})",
        "localdatetime('2015-07-04T19:32:24')", "datetime('2024-03-31T02:30[Europe/Berlin]')", "datetime({epochMillis: -1})", "datetime({epochSeconds: 1700000000, nanosecond: 5})",
        "datetime('2024-10-27T02:30:00+01:00[Europe/Berlin]')", "date('0000-01-01')", "date('-9999-12-31')", "null", "$date", "$datetime", Property("d", "null"), Property("t", "null"));

    private string Span() => dice.Pick(
        "duration('P1Y2M3DT4H5M6.789S')", "duration({days: 1.5, months: -1})", "duration('-P1M')", "duration({seconds: 0.5, nanoseconds: -1})", "duration('P0.5Y')", "duration('PT-1.5S')",
        "duration({weeks: 1, hours: 36, minutes: -90})", "null", "$duration", Property("u", "null"));

    private string OddTemporal() => dice.Next(12) switch
    {
        0 => $"{Instant()} {dice.Pick("+", "-")} {Span()}",
        1 => $"{Span()} {dice.Pick("+", "-")} {Span()}",
        2 => $"{Span()} {dice.Pick("*", "/")} {dice.Pick("2", "0.5", "-3", "3")}",
        3 => $"duration.{dice.Pick("between", "inDays", "inMonths", "inSeconds")}({Instant()}, {Instant()})",
        4 => $"{Instant()}.{dice.Pick("year", "month", "day", "hour", "minute", "second", "millisecond", "nanosecond", "week", "weekYear", "dayOfQuarter", "timezone", "offset", "offsetSeconds", "quarter")}",
        5 => $"{Span()}.{dice.Pick("years", "months", "days", "hours", "minutesOfHour", "seconds", "milliseconds", "nanosecondsOfSecond", "monthsOfYear", "quarters", "weeks", "daysOfWeek", "monthsOfQuarter", "secondsOfMinute")}",
        6 => $"{dice.Pick("date", "localdatetime", "datetime", "time", "localtime")}.truncate('{dice.Pick("millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond")}', {dice.Pick("datetime('2024-05-17T10:11:12.131415Z')", "localdatetime('1999-12-31T23:59')", "date('2020-02-29')", "time('10:11:12.5+03:00')", "localtime('10:11:12.5')")}{dice.Pick("", ", {day: 3}", ", {hour: 4}", ", {nanosecond: 2}")})",
        7 => $"{dice.Pick("date", "localdatetime", "datetime", "time", "localtime")}({dice.Pick("datetime('2024-05-17T10:11:12.5[Europe/Berlin]')", "localdatetime('1999-12-31T23:59')", "date('2020-02-29')", "time('10:11:12.5+03:00')", "localtime('10:11')", "{date: date('2020-02-29'), hour: 5}", "{time: time('10:11:12.5+03:00'), year: 2020}", "{datetime: datetime('2024-05-17T10:11Z'), timezone: '+05:00'}", "{year: 2020, month: 13}", "{month: 1}", "{hour: 25}", "{}")})",
        8 => $"{Instant()} {Comparison()} {Instant()}",
        9 => $"{dice.Pick("date", "localdatetime", "datetime", "time", "localtime", "duration")}({dice.Pick("'2024-02-30'", "'2024-W05-3'", "'20240229'", "'2024-060'", "'10:00'", "'1000'", "'2024-01-01T10'", "'2024-01-01T10:00:00.123456789Z'", "'2024-01-01T10:00+0100'", "'P1Y'", "'PT1H1.5M'", "'P1.5W'", "''", "'x'", "'2024-01-01T24:00'", "'P2012-02-02T14:37:21.545'")})",
        10 => $"toString({dice.Pick(Instant(), Span())})",
        _ => $"{Span()} {dice.Pick("=", "<", "<>")} {Span()}",
    };

    private string Place() => dice.Next(6) switch
    {
        0 => $"point({{{Coordinates()}}}).{dice.Pick("x", "y", "z", "latitude", "longitude", "height", "crs", "srid")}",
        1 => $"point.distance(point({{{Coordinates()}}}), point({{{Coordinates()}}}))",
        2 => $"point.withinBBox(point({{{Coordinates()}}}), point({{x: 0, y: 0}}), point({{x: 2, y: 2}}))",
        3 => $"point({{{Coordinates()}}}) {dice.Pick("=", "<", ">=", "<>")} point({{{Coordinates()}}})",
        4 => $"point({dice.Pick("null", "{}", "{x: 'a', y: 1}", "{latitude: 91, longitude: 0}", "{x: null, y: 1}", "{srid: 4326, x: 1, y: 2}", "{crs: 'cartesian-3D', x: 1, y: 2}")})",
        _ => $"toString(point({{{Coordinates()}}}))",
    };

    private string Coordinates() => dice.Pick("x: 1, y: 2", "x: 1.5, y: -2, z: 3", "latitude: 52.5, longitude: 13.4", "longitude: 200, latitude: 10", "latitude: 1, longitude: 2, height: 3", "x: 1, y: 2, crs: 'wgs-84'", "x: 1, y: 1, srid: 7203");

    private string Converted() => dice.Next(6) switch
    {
        0 => $"{dice.Pick("toInteger", "toFloat", "toBoolean", "toString")}({dice.Pick("'1'", "' 2 '", "'1.9'", "'true'", "'TRUE '", "'1e3'", "'0x1F'", "'-'", "1.9", "-1.9", "true", "null", "1e30", "$text", "$float", "''")})",
        1 => $"{dice.Pick("toInteger", "toFloat", "toBoolean", "toString")}OrNull({dice.Pick("[1]", "{a: 1}", "'x'", "date('2024-01-01')", "1", "2.5", Property("x", "true"))})",
        2 => $"valueType({dice.Pick(Scalar(0), AnyList(), Instant(), "point({x: 1, y: 2})", Any(Holds.Node) ?? "1", Property("x", "[]"))})",
        3 => $"{dice.Pick(Property("x", "1"), AnyList(), Scalar(0))} IS {dice.Pick("", "NOT ")}:: {dice.Pick("INTEGER", "STRING NOT NULL", "LIST<INTEGER>", "LIST<INTEGER NOT NULL>", "FLOAT | INTEGER", "ANY", "NOTHING", "NULL", "DATE", "BOOLEAN", "MAP", "LIST<ANY>", "PROPERTY VALUE")}",
        4 => $"coalesce(null, {Property("x", "null")}, {Scalar(0)})",
        _ => $"nullIf({AnyInteger()}, {AnyInteger()})",
    };
}
