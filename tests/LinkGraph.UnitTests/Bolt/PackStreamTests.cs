using CsCheck;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.UnitTests.Bolt;

public sealed class PackStreamTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7F")]
    [InlineData(-16, "F0")]
    [InlineData(-17, "C8EF")]
    [InlineData(-128, "C880")]
    [InlineData(128, "C90080")]
    [InlineData(-129, "C9FF7F")]
    [InlineData(32_768, "CA00008000")]
    [InlineData(2_147_483_648, "CB0000000080000000")]
    [InlineData(long.MinValue, "CB8000000000000000")]
    public void WriteInteger_EverySize_TakesTheSmallestForm(long value, string expected)
    {
        var writer = new PackStreamWriter();

        writer.WriteInteger(value);

        Assert.Equal(expected, Convert.ToHexString(writer.Written.Span));
        Assert.Equal(value, new PackStreamReader(writer.Written.Span).ReadInteger());
    }

    [Theory]
    [InlineData("", "80")]
    [InlineData("a", "8161")]
    [InlineData("åäöåäöåä", "D010C3A5C3A4C3B6C3A5C3A4C3B6C3A5C3A4")]
    [InlineData("äää", "86C3A4C3A4C3A4")]
    public void WriteString_ShortStrings_AreAsTheSpecificationSays(string value, string expected)
    {
        var writer = new PackStreamWriter();

        writer.WriteString(value);

        Assert.Equal(expected, Convert.ToHexString(writer.Written.Span));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public void StringsAndBytes_EverySizeOfHeader_ComeBack(int size)
    {
        var writer = new PackStreamWriter(64);
        var text = new string('x', size - 1) + "é";
        var bytes = new byte[size];
        bytes[^1] = 7;
        writer.WriteString(text);
        writer.WriteBytes(bytes);
        writer.WriteListHeader(size);
        writer.WriteMapHeader(size);

        var reader = new PackStreamReader([.. writer.Written.Span, .. new byte[3 * size]]);

        Assert.Equal(text, reader.ReadString());
        Assert.Equal(bytes, reader.ReadBytes().ToArray());
        Assert.Equal(size, reader.ReadListHeader());
        Assert.Equal(size, reader.ReadMapHeader());
    }

    [Fact]
    public void WriteString_LoneSurrogate_BecomesTheReplacementCharacter()
    {
        var writer = new PackStreamWriter();

        writer.WriteString("a\ud800b");
        writer.WriteString("a long enough one \udc00");

        var reader = new PackStreamReader(writer.Written.Span);
        Assert.Equal("a\ufffdb", reader.ReadString());
        Assert.Equal("a long enough one \ufffd", reader.ReadString());
    }

    [Theory]
    [InlineData("")] // nothing
    [InlineData("C4")] // no such marker
    [InlineData("CB00")] // half an integer
    [InlineData("8361")] // a string shorter than it says
    [InlineData("D2FFFFFFFF")] // a string of four gigabytes
    [InlineData("D67FFFFFFF")] // a list of two thousand million items
    [InlineData("DA7FFFFFFF")] // a map of as many
    [InlineData("A1")] // a map without its pair
    [InlineData("B1")] // a structure without a tag
    [InlineData("91B24E")] // a node in a list, without its fields
    public void Skip_MalformedBytes_PackStreamException(string hex) =>
        Assert.Throws<PackStreamException>(() => new PackStreamReader(Convert.FromHexString(hex)).Skip());

    [Fact]
    public void ReadString_InvalidUtf8_PackStreamException() =>
        Assert.Throws<PackStreamException>(() => new PackStreamReader(Convert.FromHexString("82C328")).ReadString());

    [Fact]
    public void Read_OtherTypeThanThere_PackStreamException()
    {
        byte[] text = [0x81, 0x61];

        Assert.Throws<PackStreamException>(() => new PackStreamReader(text).ReadInteger());
        Assert.Throws<PackStreamException>(() => new PackStreamReader(text).ReadListHeader());
        Assert.Throws<PackStreamException>(() => new PackStreamReader(text).ReadStructureHeader(out _));
        Assert.Throws<PackStreamException>(() => new PackStreamReader(text).ReadFloat());
    }

    [Fact]
    public void Skip_AnyBytes_EndsOrThrowsPackStreamException() => Gen.Byte.Array[0, 64].Sample(bytes =>
    {
        try
        {
            var reader = new PackStreamReader(bytes);
            reader.Skip();
            return reader.Position > 0 && reader.Position <= bytes.Length;
        }
        catch (PackStreamException)
        {
            return true;
        }
    });
}
