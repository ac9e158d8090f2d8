using LinkGraph.Cypher;
using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Functions.Aggregates;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

public sealed class FunctionTests
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 23, 30, 15, 123, TimeSpan.Zero);

    private readonly FunctionContext context = new(new SmallGraph(), new FixedClock(Now), Now.AddHours(-1), seed: 1);

    [Fact]
    public void Invoke_GraphFunctions_ReadTheGraph()
    {
        Assert.Equal("[\"Person\", \"Admin\"]", Call("labels", Value.Node(1)));
        Assert.Equal("KNOWS", Call("type", Value.Relationship(7)));
        Assert.Equal("(1)", Call("startNode", Value.Relationship(7)));
        Assert.Equal("(2)", Call("endNode", Value.Relationship(7)));
        Assert.Equal("[\"name\"]", Call("keys", Value.Node(1)));
        Assert.Equal("{since: 1843}", Call("properties", Value.Relationship(7)));
        Assert.Equal("4:test:1", Call("elementId", Value.Node(1)));
        Assert.Equal("7", Call("ID", Value.Relationship(7)));
        var path = Value.Path(new([1, 2], [7]));
        Assert.Equal("[(1), (2)]", Call("nodes", path));
        Assert.Equal("[[7]]", Call("relationships", path));
        Assert.Equal("1", Call("length", path));
        Assert.Throws<CypherException>(() => Call("labels", Value.Of(1)));
    }

    [Fact]
    public void Invoke_Clocks_TellStatementTransactionAndZone()
    {
        Assert.Equal("2024-02-29", Call("date"));
        Assert.Equal("2024-02-29T23:30:15.123Z", Call("datetime"));
        Assert.Equal("2024-02-29T22:30:15.123Z", Call("datetime.transaction"));
        Assert.Equal("2024-03-01", Call("date.statement", Value.Of("Europe/Stockholm")));
        Assert.Equal("2024-03-01", Call("date", Value.Map(new MapValue().With("timezone", Value.Of("+01:00")))));
        Assert.Equal("00:30:15.123+01:00", Call("time.realtime", Value.Of("Europe/Stockholm")));
        Assert.Equal("2024-02-29T00:00:00Z", Call("datetime.truncate", Value.Of("day")));
        Assert.Equal("1709249415123", Call("timestamp"));
    }

    [Fact]
    public void Invoke_Random_IsWithinBoundsAndUnlike()
    {
        var first = double.Parse(Call("rand"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(first, 0, 1);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Call("randomUUID"));
        Assert.NotEqual(Call("randomUUID"), Call("randomUUID"));
    }

    [Fact]
    public void All_EveryFunction_IsNullOrRefusesForNulls()
    {
        foreach (var function in FunctionRegistry.All.Where(function => function is { LeastArguments: > 0, SeesNull: false }))
        {
            Assert.True(function.Invoke(context, new Value[function.LeastArguments]).IsNull, function.Name);
        }
    }

    [Theory]
    [InlineData("abs date datetime duration elementId round toString vector.similarity.cosine point.withinBBox char_length isNaN nullIf valueType", true)]
    [InlineData("distance sum nonsense", false)]
    public void Find_Names_InAnyCase(string names, bool known)
    {
        foreach (var name in names.Split(' '))
        {
            Assert.Equal(known, FunctionRegistry.Find(name) is not null);
            Assert.Equal(known, FunctionRegistry.Find(name.ToUpperInvariant()) is not null);
        }
    }

    [Theory]
    [InlineData("NFC", "A\u030A", "\u00C5")]
    [InlineData("NFD", "\u00C5", "A\u030A")]
    [InlineData("NFC", "\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("NFD", "\u1E69", "s\u0323\u0307")]
    [InlineData("NFC", "s\u0307\u0323", "\u1E69")]
    [InlineData("NFC", "\u0958", "\u0915\u093C")]
    [InlineData("NFKC", "\uFB00", "ff")]
    public void Normalize_Forms_ComposeAndDecompose(string form, string text, string expected) =>
        Assert.Equal(expected, Call("normalize", Value.Of(text), Value.Of(form)));

    [Fact]
    public void Invoke_FloatsAsCounts_AreCut()
    {
        Assert.Equal("he", Call("left", Value.Of("hello"), Value.Of(2.9)));
        Assert.Throws<CypherException>(() => Call("left", Value.Of("hello"), Value.Of(-1)));
        Assert.Throws<CypherException>(() => Call("datetime.fromepoch", Value.Of(1.5), Value.Of(2)));
    }

    [Fact]
    public void Add_PercentileThatIsNone_Refused()
    {
        var aggregate = AggregateRegistry.Find("percentileCont")!.Start(distinct: false);
        Assert.EndsWith("TypeError", Assert.Throws<CypherException>(() => aggregate.Add(Value.Of(1), Value.Of("a"))).Code, StringComparison.Ordinal);
        Assert.EndsWith("ArgumentError", Assert.Throws<CypherException>(() => aggregate.Add(Value.Of(1), Value.Of(1.5))).Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EverySignature_FitsItsFunction()
    {
        string[] ofTheLanguage = ["all", "any", "none", "single", "exists", "reduce"];
        foreach (var signature in FunctionSignature.All.Where(signature => !ofTheLanguage.Contains(signature.Name)))
        {
            var (least, most) = signature.IsAggregating
                ? (AggregateRegistry.Find(signature.Name)!.Arguments, AggregateRegistry.Find(signature.Name)!.Arguments)
                : (FunctionRegistry.Find(signature.Name)!.LeastArguments, FunctionRegistry.Find(signature.Name)!.MostArguments);
            Assert.InRange(signature.ArgumentTypes.Count, Math.Min(least, 1), most);
            Assert.NotEmpty(signature.ResultType);
        }

        Assert.Equal(["FLOAT", "INTEGER | FLOAT", "STRING"], FunctionSignature.Of("ROUND")[2].ArgumentTypes);
    }

    [Fact]
    public void CountRows_Nulls_CountToo()
    {
        var rows = AggregateRegistry.CountRows.Start(distinct: false);
        rows.Add(Value.Null);
        rows.Add(Value.Of(1));
        Assert.Equal(2, rows.Result().AsInteger());
    }

    private string Call(string name, params Value[] arguments) => FunctionRegistry.Find(name)!.Invoke(context, arguments).ToString();

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
