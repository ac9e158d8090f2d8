using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Harness;

public sealed class TckValueParserTests
{
    [Theory]
    [InlineData("null", typeof(TckNull), "null")]
    [InlineData("true", typeof(TckBoolean), "true")]
    [InlineData("-9223372036854775808", typeof(TckInteger), "-9223372036854775808")]
    [InlineData("1.0", typeof(TckFloat), "1.0")]
    [InlineData("1e9", typeof(TckFloat), "1000000000.0")]
    [InlineData("-1.5E-10", typeof(TckFloat), "-1.5E-10")]
    [InlineData(".5", typeof(TckFloat), "0.5")]
    [InlineData("-0.0", typeof(TckFloat), "0.0")]
    [InlineData("NaN", typeof(TckFloat), "NaN")]
    [InlineData("Inf", typeof(TckFloat), "Inf")]
    [InlineData("-Inf", typeof(TckFloat), "-Inf")]
    [InlineData("''", typeof(TckString), "''")]
    [InlineData(" 'a b' ", typeof(TckString), "'a b'")]
    [InlineData("'2015-07-21T21:40:32.142+02:00[Europe/Stockholm]'", typeof(TckString),
        "'2015-07-21T21:40:32.142+02:00[Europe/Stockholm]'")]
    [InlineData("[]", typeof(TckList), "[]")]
    [InlineData("[1, 'a', [null], {k: 2}]", typeof(TckList), "[1, 'a', [null], {k: 2}]")]
    [InlineData("{}", typeof(TckMap), "{}")]
    [InlineData("{b: 1, a: [x]}", null, null)]
    [InlineData("{b: 1, a: {c: 'd'}}", typeof(TckMap), "{a: {c: 'd'}, b: 1}")]
    [InlineData("()", typeof(TckNode), "()")]
    [InlineData("(:B:A {p: 1, o: 'x'})", typeof(TckNode), "(:A:B {o: 'x', p: 1})")]
    [InlineData("({p: 1})", typeof(TckNode), "({p: 1})")]
    [InlineData("(:`a b`)", typeof(TckNode), "(:`a b`)")]
    [InlineData("[:T]", typeof(TckRelationship), "[:T]")]
    [InlineData("[:T {p: 1}]", typeof(TckRelationship), "[:T {p: 1}]")]
    [InlineData("[[:T], [:U {p: []}]]", typeof(TckList), "[[:T], [:U {p: []}]]")]
    [InlineData("<()>", typeof(TckPath), "<()>")]
    [InlineData("<(:A)-[:T {p: 1}]->(:B)<-[:U]-({q: 2})>", typeof(TckPath), "<(:A)-[:T {p: 1}]->(:B)<-[:U]-({q: 2})>")]
    public void Parse_Notation_BecomesTheValue(string notation, Type? type, string? text)
    {
        if (type is null)
        {
            Assert.Throws<FormatException>(() => TckValueParser.Parse(notation));
            return;
        }
        var value = TckValueParser.Parse(notation);
        Assert.IsType(type, value);
        Assert.Equal(text, value.ToString());
        Assert.Equal(value, TckValueParser.Parse(value.ToString()));
    }

    [Theory]
    [InlineData(@"'\''", "'")]
    [InlineData(@"'a\\b'", @"a\b")]
    [InlineData(@"'a\n\r\t\b\f\""'", "a\n\r\t\b\f\"")]
    [InlineData(@"'\u00e9'", "é")]
    [InlineData("'two\nlines'", "two\nlines")]
    public void Parse_EscapedCharacters_AreUnescaped(string notation, string expected) =>
        Assert.Equal(expected, Assert.IsType<TckString>(TckValueParser.Parse(notation)).Value);

    [Theory]
    [InlineData("", 1)]
    [InlineData("1 2", 3)]
    [InlineData("nul", 1)]
    [InlineData("'open", 6)]
    [InlineData(@"'\q'", 3)]
    [InlineData("[1, ]", 5)]
    [InlineData("{a 1}", 4)]
    [InlineData("{a: 1, a: 2}", 12)]
    [InlineData("(:A", 4)]
    [InlineData("<(:A)-[:T]-(:B)>", 12)]
    [InlineData("9223372036854775808", 1)]
    public void Parse_NoValue_SaysWhere(string notation, int character)
    {
        var error = Assert.Throws<FormatException>(() => TckValueParser.Parse(notation));
        Assert.Contains($"at character {character} ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "'1'")]
    [InlineData("null", "'null'")]
    [InlineData("[1, 2]", "[2, 1]")]
    [InlineData("(:A)", "(:B)")]
    [InlineData("({p: 1})", "({p: 1.0})")]
    [InlineData("[:T]", "[':T']")]
    [InlineData("<(:A)-[:T]->(:B)>", "<(:A)<-[:T]-(:B)>")]
    public void Equals_DifferentValues_AreDifferent(string left, string right) =>
        Assert.NotEqual(TckValueParser.Parse(left), TckValueParser.Parse(right));

    [Fact]
    public void Of_IgnoringListOrder_SortsNestedListsToo()
    {
        Assert.Equal("[1, [2, 3]]", TckText.Of(TckValueParser.Parse("[[3, 2], 1]"), ignoringListOrder: true));
        Assert.Equal("{k: ['a', 'b']}", TckText.Of(TckValueParser.Parse("{k: ['b', 'a']}"), ignoringListOrder: true));
    }
}
