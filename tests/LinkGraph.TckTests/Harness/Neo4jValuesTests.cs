using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Targets;
using LinkGraph.TckTests.Values;
using Neo4j.Driver;

namespace LinkGraph.TckTests.Harness;

public sealed class Neo4jValuesTests
{
    public static TheoryData<object, string> Temporals => new()
    {
        { new LocalDate(-44, 3, 15), "'-0044-03-15'" },
        { new LocalDate(12345, 1, 2), "'+12345-01-02'" },
        { new LocalTime(12, 31, 0), "'12:31'" },
        { new LocalTime(12, 31, 0, 2), "'12:31:00.000000002'" },
        { new OffsetTime(12, 31, 14, 645_000_000, -3600), "'12:31:14.645-01:00'" },
        { new LocalDateTime(2015, 7, 21, 21, 40, 32, 142_000_000), "'2015-07-21T21:40:32.142'" },
        { new ZonedDateTime(0, 0, Zone.Of(0)), "'1970-01-01T00:00Z'" },
        { new ZonedDateTime(1_437_507_632, 142_000_000, Zone.Of("Europe/Stockholm")), "'2015-07-21T21:40:32.142+02:00[Europe/Stockholm]'" },
        { new ZonedDateTime(-4_779_227_576, 0, Zone.Of("Europe/Stockholm")), "'1818-07-21T21:40:32+00:53:28[Europe/Stockholm]'" },
        { new Duration(0, 0, 0, 0), "'PT0S'" },
        { new Duration(149, 14, 58_390, 1), "'P12Y5M14DT16H13M10.000000001S'" },
        { new Duration(0, 0, -1, 600_000_000), "'PT-0.4S'" },
        { new Duration(-154, -43, -65_344, 499_999_997), "'P-12Y-10M-43DT-18H-9M-3.500000003S'" },
    };

    [Theory]
    [MemberData(nameof(Temporals))]
    public void FromDriver_Temporal_IsCyphersText(object value, string expected) =>
        Assert.Equal(expected, Neo4jValues.FromDriver(value).ToString());

    [Fact]
    public void FromDriver_ListsAndMaps_KeepTheirElements()
    {
        var value = new List<object?> { 1L, 1.0, null, true, "a", new Dictionary<string, object> { ["k"] = new List<object> { 2L } } };
        Assert.Equal("[1, 1.0, null, true, 'a', {k: [2]}]", Neo4jValues.FromDriver(value).ToString());
    }

    [Fact]
    public void ToDriver_Parameters_ComeBackTheSame()
    {
        var value = TckValueParser.Parse("[1, 1.0, null, true, 'a', {k: [2]}]");
        Assert.Equal(value, Neo4jValues.FromDriver(Neo4jValues.ToDriver(value)));
    }

    [Fact]
    public void ToDriver_Node_IsRefused() => Assert.Throws<ArgumentException>(() => Neo4jValues.ToDriver(TckValueParser.Parse("[(:A)]")));

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError", "SyntaxError")]
    [InlineData("Neo.ClientError.Procedure.ProcedureNotFound", "ProcedureError")]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", "ConstraintVerificationFailed")]
    public void FromStatusCode_Code_BecomesTheTcksType(string code, string type) =>
        Assert.Equal(new TckError(type, TckPhase.Runtime, code + ": why"), TckError.FromStatusCode(code, TckPhase.Runtime, "why"));
}
