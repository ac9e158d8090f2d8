using System.Text;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class Utf8TextReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("EF BB BF 61", "a")]
    [InlineData("61 EF BB BF", "a\uFEFF")]
    [InlineData("EF BF BD", "\uFFFD")]
    [InlineData("C3 A9 F0 9F 98 80 E2 82 AC", "\u00E9\U0001F600\u20AC")]
    [InlineData("61 FF 62", "a?b")]
    [InlineData("E9 F0 9F 98 80", "?\U0001F600")]
    [InlineData("C0 80", "??")]
    [InlineData("61 E2 82", "a??")]
    [InlineData("ED A0 80", "???")]
    public async Task ReadAsync_Bytes_AreTextOrInvalid(string hex, string expected)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        expected = expected.Replace('?', Utf8TextReader.Invalid);
        foreach (int block in new[] { 1, 2, 3, 100 })
        {
            using var reader = new Utf8TextReader(new SlowStream(bytes, block));
            var text = new StringBuilder();
            char[] buffer = new char[block];
            for (int read = 1; read > 0;)
            {
                read = await reader.ReadAsync(buffer, 0, buffer.Length);
                text.Append(buffer, 0, read);
            }
            Assert.Equal(expected, text.ToString());
        }
    }

    [Fact]
    public async Task ReadAsync_MoreThanABlock_IsTheText()
    {
        string expected = string.Concat(Enumerable.Repeat("a\u20AC\U0001F600", 50_000));
        using var reader = new Utf8TextReader(new MemoryStream(Encoding.UTF8.GetBytes(expected)));
        char[] buffer = new char[expected.Length + 1];
        int filled = 0;
        for (int read = 1; read > 0; filled += read)
        {
            read = await reader.ReadAsync(buffer.AsMemory(filled), TestContext.Current.CancellationToken);
        }
        Assert.Equal(expected, new string(buffer, 0, filled));
    }
}
