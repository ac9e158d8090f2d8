using LinkGraph.Graph.Catalogue;
using LinkGraph.Model.Evidence;

namespace LinkGraph.UnitTests.Graph;

public sealed class QueryCatalogueTests : IDisposable
{
    private const string Evidence = """
        // purpose: p
        // facet: organisation
        // family: identity
        // role: binds
        // param: accounts list = null, ids
        MATCH (a) WHERE $accounts IS NULL RETURN a.orgId AS fact, collect(a.id) AS accounts
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-catalogue-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_EmbeddedFiles_AreAllValid()
    {
        var catalogue = QueryCatalogue.Load();

        Assert.Equal(
            ["address", "attribute", "bin", "client", "country", "mail_domain", "minute", "payment_method", "proxy", "signup_day", "template"],
            catalogue.Evidence.Select(query => query.Facet!.Name));
        Assert.Equal(15, catalogue.InFolder("investigate").Count);
        Assert.All(catalogue.InFolder("investigate"), query => Assert.False(string.IsNullOrEmpty(query.Title), query.Name));
        Assert.All(catalogue.InFolder("ingest"), query => Assert.Null(query.Facet));
        Assert.Equal(new FacetDefinition("country", Family.Context, Role.Conditions), catalogue.Get("evidence/country").Facet);
    }

    [Fact]
    public void Load_UserFile_IsAdded()
    {
        Add("evidence/organisation", Evidence);
        Add("investigate/mine", "// title: Mine\n// purpose: p,\n//   that goes on\n// param: n integer = 5, how many\nRETURN $n AS n");

        var catalogue = QueryCatalogue.Load(_folder);

        Assert.Equal(new FacetDefinition("organisation", Family.Identity, Role.Binds), catalogue.Get("evidence/organisation").Facet);
        var mine = catalogue.Get("investigate/mine");
        Assert.Equal("p, that goes on", mine.Purpose);
        Assert.Equal(new QueryParameter("n", ParameterType.Integer, false, 5L, "how many"), Assert.Single(mine.Parameters));
    }

    [Theory]
    [InlineData("MATCH (n) RETURN n", 1, "purpose")]
    [InlineData("// purpose: p\n// colour: red\nRETURN 1", 2, "expected '// key: value'")]
    [InlineData("// purpose: p\n// purpose: q\nRETURN 1", 2, "given twice, first on line 1")]
    [InlineData("// purpose:\nRETURN 1", 1, "has no value")]
    [InlineData("//   indented\nRETURN 1", 1, "cannot begin with an indented line")]
    [InlineData("// purpose: p\n// param: n number, x\nRETURN $n", 2, "'number' is no type")]
    [InlineData("// purpose: p\n// param: n integer = five, x\nRETURN $n", 2, "the default five is no integer")]
    [InlineData("// purpose: p\n// param: n\nRETURN $n", 2, "// param: name type")]
    [InlineData("// purpose: p\nMATCH (n)\nRETURN $n", 3, "does not declare $n")]
    [InlineData("// purpose: p\n// param: n integer, x\nRETURN '$n' /* $n */ AS `$n` // $n", 2, "does not use $n")]
    [InlineData("// purpose: p\n// param: n integer, x\n// param: n string, y\nRETURN $n", 3, "declared twice")]
    [InlineData("// purpose: p\nRETURN 1;\n// and\nRETURN 2", 4, "a second statement")]
    [InlineData("// purpose: p\n", 0, "no statement")]
    [InlineData("// purpose: p\n// facet: x\nRETURN 1", 2, "only files in evidence/")]
    public void Load_BadFile_TellsFileLineAndRule(string text, int line, string problem)
    {
        Add("investigate/bad", text);

        var error = Assert.Throws<QueryCatalogueException>(() => QueryCatalogue.Load(_folder));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
        Assert.EndsWith(Path.Combine("investigate", "bad.cypher"), error.Origin, StringComparison.Ordinal);
        if (line > 0)
            Assert.Contains($"bad.cypher:{line}: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// facet: organisation\n", "", 1, "evidence needs")]
    [InlineData("organisation", "Organisation Id", 2, "not snake_case")]
    [InlineData("identity", "kin", 3, "must be one of money, network")]
    [InlineData("binds", "founds", 4, "must be one of binds, confirms")]
    [InlineData("// role: binds\n", "", 1, "'// role: ...' must be one of")]
    [InlineData("list = null", "list", 1, "evidence is read for $accounts")]
    [InlineData("organisation", "address", 0, "read by evidence/address already")]
    public void Load_BadEvidence_TellsTheRule(string old, string replacement, int line, string problem)
    {
        Add("evidence/bad", Evidence.ReplaceLineEndings("\n").Replace(old, replacement, StringComparison.Ordinal));

        var error = Assert.Throws<QueryCatalogueException>(() => QueryCatalogue.Load(_folder));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData("evidence/address")]
    [InlineData("ingest/accounts")]
    [InlineData("publish/lock")]
    [InlineData("loose")]
    public void Load_FileThatIsNotTheUsersToAdd_IsRefused(string name)
    {
        Add(name, Evidence);

        Assert.Throws<QueryCatalogueException>(() => QueryCatalogue.Load(_folder));
    }

    [Fact]
    public void Load_NoSuchFolder_IsAnError() =>
        Assert.Throws<DirectoryNotFoundException>(() => QueryCatalogue.Load(Path.Combine(_folder, "missing")));

    [Fact]
    public void Bind_DefaultsAndValues_AreTogether()
    {
        var query = QueryCatalogue.Load().Get("investigate/heirs");

        var bound = query.Bind(new Dictionary<string, object?> { ["operator"] = "o", ["hours"] = 1L });

        Assert.Equal(new() { ["operator"] = "o", ["maxDegree"] = 200L, ["hours"] = 1L, ["limit"] = 100L }, bound);
    }

    [Fact]
    public void Bind_MissingOrUnknown_NamesTheParameter()
    {
        var query = QueryCatalogue.Load().Get("investigate/heirs");

        Assert.Contains("needs a value for 'operator'", Assert.Throws<ArgumentException>(() => query.Bind(new Dictionary<string, object?>())).Message, StringComparison.Ordinal);
        Assert.Contains("no parameter 'x'", Assert.Throws<ArgumentException>(() => query.Bind(new Dictionary<string, object?> { ["x"] = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TextOfEveryType_GivesTheValue()
    {
        Assert.Equal("5", Parse(ParameterType.String, "5"));
        Assert.Equal(5L, Parse(ParameterType.Integer, "5"));
        Assert.Equal(0.5, Parse(ParameterType.Float, "0.5"));
        Assert.Equal(true, Parse(ParameterType.Boolean, "true"));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Parse(ParameterType.DateTime, "2026-01-01T00:00:00Z"));
        Assert.Equal(new List<object?> { 1L, 2.5, "x", null, true }, Parse(ParameterType.List, """[1, 2.5, "x", null, true]"""));
        Assert.Equal(new Dictionary<string, object?> { ["a"] = 1L }, Parse(ParameterType.Map, """{"a": 1}"""));
        Assert.Null(Parse(ParameterType.Integer, "null"));
    }

    [Theory]
    [InlineData(ParameterType.Integer, "1.5")]
    [InlineData(ParameterType.Boolean, "yes")]
    [InlineData(ParameterType.DateTime, "yesterday")]
    [InlineData(ParameterType.List, "{}")]
    [InlineData(ParameterType.Map, "{")]
    public void Parse_TextOfAnotherType_IsAFormatError(ParameterType type, string text) =>
        Assert.Throws<FormatException>(() => Parse(type, text));

    private static object? Parse(ParameterType type, string text) => new QueryParameter("x", type, true, null, "").Parse(text);

    private void Add(string name, string text)
    {
        var path = Path.Combine(_folder, name + ".cypher");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
