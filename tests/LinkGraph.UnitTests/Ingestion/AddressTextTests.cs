using System.Text;
using LinkGraph.Ingestion.Validation;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("::FFFF:C000:0201", "192.0.2.1")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("2001:db8::0001", "2001:db8::1")]
    [InlineData("::", "::")]
    public void Parse_Address_IsCanonical(string text, string canonical) =>
        Assert.Equal(canonical, AddressText.Parse(Encoding.UTF8.GetBytes(text))?.ToString());

    [Theory]
    [InlineData("192.0.2.77/24", "192.0.2.0/24")]
    [InlineData("192.0.2.1/32", "192.0.2.1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("255.255.255.255/0", "0.0.0.0/0")]
    [InlineData("10.255.0.1/9", "10.128.0.0/9")]
    [InlineData("2001:DB8::1:2/48", "2001:db8::/48")]
    [InlineData("2001:db8::1/128", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.0/24")]
    public void ParseNetwork_Network_IsNormalised(string text, string canonical) =>
        Assert.Equal(canonical, AddressText.ParseNetwork(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.0/024")]
    [InlineData("192.0.2.0/ 24")]
    [InlineData("/24")]
    [InlineData("::ffff:192.0.2.0/90")]
    [InlineData("192.0.2.0/24/24")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1..2.3")]
    public void ParseNetwork_Nonsense_IsNull(string text) => Assert.Null(AddressText.ParseNetwork(Encoding.UTF8.GetBytes(text)));
}
