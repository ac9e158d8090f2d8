using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Harness;

public sealed class TckProcedureTests
{
    private static readonly TckProcedure Procedure = new(
        "test.my.proc",
        [new TckField("name", "STRING?"), new TckField("in", "NUMBER?")],
        [new TckField("out", "STRING?")],
        [Row("'a'", "1", "'one'"), Row("'a'", "1.0", "'one again'"), Row("'b'", "null", "'nothing'")]);

    [Theory]
    [InlineData("'a'", "1", new[] { "'one'", "'one again'" })]
    [InlineData("'a'", "1.0", new[] { "'one'", "'one again'" })]
    [InlineData("'b'", "null", new[] { "'nothing'" })]
    [InlineData("'b'", "1", new string[0])]
    public void Call_Arguments_SelectRows(string name, string number, string[] expected)
    {
        var rows = Procedure.Call(Row(name, number));
        Assert.Equal(expected, rows.Select(row => Assert.Single(row).ToString()));
    }

    [Fact]
    public void Call_TooFewArguments_IsRefused() => Assert.Throws<ArgumentException>(() => Procedure.Call(Row("'a'")));

    private static TckValue[] Row(params string[] cells) => [.. cells.Select(TckValueParser.Parse)];
}
