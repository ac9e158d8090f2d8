using System.Net;
using CsCheck;
using LinkGraph.Ingestion.Settling;

namespace LinkGraph.UnitTests.Settling;

public sealed class PrefixTableTests
{
    private static PrefixTable Table(params (string Network, string Proxy, double? Confidence)[] networks)
    {
        PrefixTable table = new();
        foreach ((string network, string proxy, double? confidence) in networks)
        {
            Assert.True(table.Add(network, new ProxyExit(proxy, confidence)));
        }
        return table;
    }

    [Theory]
    [InlineData("10.1.2.3", "host")]
    [InlineData("10.1.2.4", "narrow")]
    [InlineData("10.1.2.255", "narrow")]
    [InlineData("10.1.3.0", "wide")]
    [InlineData("10.255.255.255", "wide")]
    [InlineData("11.0.0.0", "all4")]
    [InlineData("0.0.0.0", "all4")]
    [InlineData("255.255.255.255", "all4")]
    [InlineData("::ffff:10.1.2.3", "host")]
    [InlineData("2001:db8:0:1::1", "six64")]
    [InlineData("2001:DB8:0:2::1", "six32")]
    [InlineData("2001:0db8:0000:0001:0000:0000:0000:0009", "six128")]
    [InlineData("2001:db9::1", null)]
    [InlineData("::10.1.2.3", null)]
    [InlineData("not an address", null)]
    [InlineData("", null)]
    [InlineData("10.1.2.3/32", null)]
    public void Find_Address_LongestPrefixWins(string address, string? expected) =>
        Assert.Equal(
            expected,
            Table(
                ("0.0.0.0/0", "all4", 1), ("10.0.0.0/8", "wide", 1), ("10.1.2.0/24", "narrow", 0.1), ("10.1.2.3", "host", null),
                ("2001:db8::/32", "six32", 1), ("2001:db8:0:1::/64", "six64", 1), ("2001:db8:0:1::9/128", "six128", 1))
            .Find(address)?.ProxyId);

    [Fact]
    public void Find_EqualPrefixes_HigherConfidenceThenSmallerIdWins()
    {
        (string, string, double?)[] networks = [("10.0.0.0/8", "b", 0.5), ("10.9.9.9/8", "a", 0.5), ("10.0.0.0/8", "z", 0.4), ("10.0.0.0/8", "0", null)];
        Assert.Equal(new ProxyExit("a", 0.5), Table(networks).Find("10.1.1.1"));
        Array.Reverse(networks);
        Assert.Equal(new ProxyExit("a", 0.5), Table(networks).Find("10.1.1.1"));
        Assert.Equal(new ProxyExit("0", 0), Table([.. networks[..1], ("10.0.0.0/8", "0", 0)]).Find("10.1.1.1"));
    }

    [Fact]
    public void Find_MappedNetwork_HoldsIpv4() => Assert.Equal("m", Table(("::ffff:192.0.2.0/120", "m", null)).Find("192.0.2.200")?.ProxyId);

    [Theory]
    [InlineData("")]
    [InlineData("/8")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:10.0.0.0/8")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("host.example/24")]
    public void Add_NeitherAddressNorPrefix_IsRefused(string network) => Assert.False(new PrefixTable().Add(network, new ProxyExit("p", null)));

    [Fact]
    public void Find_AnyNetworks_IsWhatTryingThemAllFinds()
    {
        Gen<IPAddress> four = Gen.Byte[0, 3].Array[4].Select(b => new IPAddress(b));
        Gen<IPAddress> six = Gen.Byte[0, 1].Array[16].Select(b => new IPAddress([0x20, .. b[1..]]));
        Gen<(IPAddress Address, int Length)> network = Gen.OneOf(Gen.Select(four, Gen.Int[0, 32]), Gen.Select(six, Gen.Int[0, 128]));
        Gen.Select(network.Array[0, 30], Gen.OneOf(four, six)).Sample((networks, address) =>
        {
            PrefixTable table = new();
            for (int i = 0; i < networks.Length; i++)
            {
                Assert.True(table.Add($"{networks[i].Address}/{networks[i].Length}", new ProxyExit($"p{i:D2}", null)));
            }
            (IPAddress, int Length, int Index)? best = networks.Select((n, i) => (n.Address, n.Length, Index: i))
                .Where(n => Holds(n.Address, n.Length, address))
                .OrderByDescending(n => n.Length).ThenBy(n => n.Index)
                .Select(n => ((IPAddress, int, int)?)n).FirstOrDefault();
            Assert.Equal(best is { } b ? $"p{b.Index:D2}" : null, table.Find(address.ToString())?.ProxyId);
        });
    }

    private static bool Holds(IPAddress network, int length, IPAddress address)
    {
        byte[] a = network.GetAddressBytes();
        byte[] b = address.GetAddressBytes();
        return a.Length == b.Length && Enumerable.Range(0, length).All(i => ((a[i / 8] ^ b[i / 8]) & (0x80 >> (i % 8))) == 0);
    }
}
