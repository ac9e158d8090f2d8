using LinkGraph.Bolt.Handshake;

namespace LinkGraph.UnitTests.Bolt;

public sealed class HandshakeTests
{
    [Fact]
    public void WriteProposal_OneRange_BytesAsSpecified()
    {
        var bytes = new byte[BoltHandshake.ProposalSize];

        BoltHandshake.WriteProposal(bytes, new VersionRange(new BoltVersion(5, 4), 4));

        Assert.Equal("6060B01700040405000000000000000000000000", Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("00000405", "5.4")]
    [InlineData("00000005", "5.0")]
    [InlineData("00000000", null)]
    public void ReadChoice_Bytes_Version(string hex, string? expected) =>
        Assert.Equal(expected, BoltHandshake.ReadChoice(Convert.FromHexString(hex))?.ToString());

    [Theory]
    [InlineData("6060B01700040405000000000000000000000000", "5.4")] // 5.4 to 5.0
    [InlineData("6060B01700000305000004040000000000000000", "5.3")] // 5.3, then 4.4
    [InlineData("6060B01700080805000000000000000000000000", "5.4")] // 5.8 to 5.0
    [InlineData("6060B01700000404000000030000000000000000", null)] // nothing in common
    public void TryChoose_Proposal_HighestInCommon(string hex, string? expected)
    {
        BoltVersion[] supported = [new(5, 0), new(5, 1), new(5, 2), new(5, 3), new(5, 4)];

        Assert.True(BoltHandshake.TryChoose(Convert.FromHexString(hex), supported, out var choice));

        Assert.Equal(expected, choice?.ToString());
    }

    [Fact]
    public void TryChoose_NoBolt_False() =>
        Assert.False(BoltHandshake.TryChoose("GET / HTTP/1.1\r\nHost:"u8, [new BoltVersion(5, 4)], out _));
}
