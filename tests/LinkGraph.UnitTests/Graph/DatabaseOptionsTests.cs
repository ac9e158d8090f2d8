using LinkGraph.Graph.Connection;

namespace LinkGraph.UnitTests.Graph;

public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("bolt://127.0.0.1:7687")]
    [InlineData("bolt+ssc://host")]
    [InlineData("neo4j+s://xxx.databases.example:7687")]
    public void Parse_Address_IsTaken(string address) =>
        Assert.Equal(new Uri(address), DatabaseOptions.Parse(address, "u", "p").Address);

    [Theory]
    [InlineData("", "no database address")]
    [InlineData("./folder", "no database address")]
    [InlineData("http://host:7474", "no database address")]
    [InlineData("bolt://user:secret@host", "do not belong into the address")]
    public void Parse_SomethingElse_TellsWhatToGive(string address, string problem)
    {
        var error = Assert.Throws<FormatException>(() => DatabaseOptions.Parse(address, "u", "p"));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_WithPassword_DoesNotShowIt() =>
        Assert.Equal("bolt://host/ (database d)", DatabaseOptions.Parse("bolt://host", "u", "secret", "d").ToString());
}
