using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>The short way to read a line against the long one, which is taken where there is nothing behind the line.</summary>
public sealed class FlatJsonLineTests
{
    private static readonly Gen<string> Value = OneOf(
        "\"\"", "\"plain\"", "\"a text that is longer than two vectors, so that more than one is looked at, or even three of them\"", "\"é東🙂\"",
        "\"\\n\"", "\"\\\"\"", "\"\\u0041\"", "\"\\ud800\"", "\"\t\"", "\"open", "null", "nul", "0", "7", "-7", "007", "12345678901234567890", "1.5", "1e3",
        "1x", "true", "[1]", "{\"at\":1}", "");

    private static readonly Gen<string> Name = OneOf([.. RecordSchema.Exchanges.Fields, .. RecordSchema.Exchanges.Fields, "unknown", "a\\u0074", ""]);

    private static readonly Gen<string> Line = Gen.Select(
        Gen.Select(Name, OneOf(":", ":", ": ", " : ", ""), Value, OneOf("", "", " "), (name, colon, value, end) => $"\"{name}\"{colon}{value}{end}").Array[0, 9],
        OneOf(",", ",", ", ", ",  ", ";"),
        OneOf("{", "{", "{", "{ ", ""),
        OneOf("}", "}", "}", "} ", "}\r", "}}", ""),
        (fields, comma, open, close) => open + string.Join(comma, fields) + close);

    // What stands behind a line is another, or what is left of one that was longer.
    private static readonly byte[] Behind = [.. "\n"u8, .. Encoding.UTF8.GetBytes("\"ip\":\"1.2.3.4\",\"model\":null,\"output_tokens\":5}\n{\"account_id\":\"behind the line\"}")];

    [Fact]
    public void Parse_AnyLine_IsTheSameTheShortWay() =>
        Line.Sample(line => Assert.Equal(Outcome(line, []), Outcome(line, Behind)), iter: 20_000);

    [Fact]
    public void Parse_TornLine_IsTheSameTheShortWay() =>
        Gen.Select(Line, Gen.Int[0, 60]).Sample(
            (line, cut) =>
            {
                string torn = line[..Math.Max(0, line.Length - cut)];
                Assert.Equal(Outcome(torn, []), Outcome(torn, Encoding.UTF8.GetBytes(line[torn.Length..] + new string(' ', FlatJsonLine.Slack))));
            },
            iter: 20_000);

    [Theory]
    [InlineData("""{"account_id":"a","at":"2026-01-01T00:00:00Z","ip":null,"prompt":"two words","input_tokens":0,"output_tokens":12}""")]
    [InlineData("""{"at": "2026-01-01T00:00:00Z", "account_id": "a", "output_tokens": 12}""")]
    public void TryParse_CommonForms_AreReadTheShortWay(string line)
    {
        byte[] text = Encoding.UTF8.GetBytes(line);
        var record = new RawRecord();
        byte[] data = [.. text, .. Behind];
        record.Reset(data, untyped: false);
        Assert.True(new FlatJsonLine(RecordSchema.Exchanges).TryParse(data, 0, text.Length, record));
    }

    [Fact]
    public void Constructor_EveryKindOfRecord_HasNamesShortEnough() => Assert.All(RecordSchema.All, schema => _ = new FlatJsonLine(schema));

    private static string Outcome(string line, byte[] behind)
    {
        byte[] text = Encoding.UTF8.GetBytes(line);
        byte[] data = [.. "before"u8, .. text, .. behind];
        var record = new RawRecord();
        if (!new JsonLineParser(RecordSchema.Exchanges).Parse(data, 6, text.Length, record))
        {
            return $"{record.FaultField} {record.FaultReason}";
        }
        return string.Join(' ', Enumerable.Range(0, RawRecord.MaxFields).Select(i =>
            $"{record.TypeOf(i)}:{(record.TypeOf(i) is FieldType.Text or FieldType.Number ? Convert.ToHexString(record.Bytes(i)) : "")}"));
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
