using System.Buffers.Text;
using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Aggregation;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>Short cuts of validation and of the tables against the plain way.</summary>
public sealed class FieldShortCutTests
{
    [Fact]
    public void AnyIn_AnyBytes_FindsEveryControlCharacter() =>
        Gen.Select(Gen.Byte[0x20, 0xFF].Where(b => b != 0x7F).Array[0, 70], Gen.Int[0, 69], Gen.Byte).Sample((text, at, other) =>
        {
            Assert.False(ControlCharacters.AnyIn(text));
            if (text.Length > 0)
            {
                text[at % text.Length] = other;
                Assert.Equal(other is < 0x20 or 0x7F, ControlCharacters.AnyIn(text));
            }
        });

    [Fact]
    public void Tokens_AnyText_AreWhatTheParserSays() =>
        Gen.OneOf(Gen.String[Gen.Char["0123456789"], 1, 25], Gen.String[Gen.Char["0019-+. e"], 1, 6]).Sample(text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            var record = new RawRecord();
            record.Reset(bytes, untyped: true);
            record.Set(6, new FieldSlice(0, bytes.Length, FieldType.Text));
            bool plain = Utf8Parser.TryParse(bytes, out long expected, out int used) && used == bytes.Length && bytes[0] != '+'
                && expected is >= 0 and <= FieldRules.MaxTokens;
            Assert.Equal(plain, FieldRules.Tokens(record, 6, out long tokens));
            Assert.True(!plain || tokens == expected);
        });

    [Fact]
    public void GetOrAdd_TextsAgainAndAgain_NumbersThemAsTheyFirstCame() =>
        Gen.Select(Gen.Int[0, 3].Select(i => i == 0 ? "" : new string('x', i)).Array[0, 20], Gen.Int[0, 20]).Sample((texts, cleared) =>
        {
            SpanTable table = new();
            List<string> order = [];
            foreach ((int index, string text) in texts.Index())
            {
                if (index == cleared)
                {
                    table.Clear();
                    order.Clear();
                }
                if (!order.Contains(text))
                {
                    order.Add(text);
                }
                Assert.Equal(order.IndexOf(text), table.GetOrAdd(Encoding.UTF8.GetBytes(text)));
            }
            Assert.Equal(order, table.ToStrings());
            Assert.Equal(order.Order(StringComparer.Ordinal), table.SortedIds().Select(id => order[id]));
        });
}
