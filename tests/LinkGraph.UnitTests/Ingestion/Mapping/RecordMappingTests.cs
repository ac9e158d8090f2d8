using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion.Mapping;

public sealed class RecordMappingTests
{
    [Fact]
    public void Parse_AllParts_GivesColumnsAndAttributes()
    {
        var mapping = RecordMapping.Parse(
            """
            {
              // comments are welcome
              "id": "No",
              "account": { "created_at": "since", "email": "mail" },
              "attributes": [
                { "column": "Full Name", "field": "name", "kind": "name", "keep": "hash" },
                { "column": "street", "kind": "text" },
                { "column": "notes", "kind": "text", "may_hold": ["street"] },
              ],
              "missing": ["NULL"],
              "ignore": ["answer"]
            }
            """, "m.json");

        Assert.True(mapping.HasAccounts);
        Assert.Equal(["name", "street", "notes"], mapping.Attributes.Select(attribute => attribute.Field));
        Assert.Equal([true, false, false], mapping.Attributes.Select(attribute => attribute.IsHashed));
        Assert.Equal(AttributeKind.Text, mapping.Attributes[2].Kind);
        Assert.Equal(["street"], mapping.Attributes[2].MayHold);
        Assert.Equal(["No", "since", "mail", "Full Name", "street", "notes"], mapping.Columns.Where(RecordMapping.IsColumn));
    }

    [Theory]
    [InlineData("{", "m.json, line 1, byte 2: not JSON.")]
    [InlineData("[]", "m.json, the mapping: is not an object")]
    [InlineData("""{ "attributes": [] }""", "m.json, id: is missing.")]
    [InlineData("""{ "id": "a", "atributes": [] }""", "m.json, the mapping: 'atributes' is none of")]
    [InlineData("""{ "id": "a" }""", "m.json, attributes: has 0 columns")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "b", "kind": "nmae" } ] }""", "m.json, attributes[0].kind: 'nmae' is none of name, text")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "a", "kind": "name" } ] }""", "m.json, attributes[0].column: the column 'a' is named twice.")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "B b", "kind": "name" } ] }""", "m.json, attributes[0].field: 'b b' is not a name of")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "b", "kind": "name", "keep": "all" } ] }""", "m.json, attributes[0].keep: 'all' is neither")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "b", "kind": "text", "may_hold": ["c"] } ] }""", "m.json, attributes[0].may_hold: 'c' is no other field")]
    [InlineData("""{ "id": "a", "attributes": [ { "column": "b", "kind": "date", "may_hold": ["c"] } ] }""", "m.json, attributes[0].may_hold: only a name")]
    [InlineData("""{ "id": "a", "account": { "email": "m" }, "attributes": [ { "column": "b", "kind": "name" } ] }""", "m.json, account: has no created_at")]
    [InlineData("""{ "id": "a", "missing": "null", "attributes": [ { "column": "b", "kind": "name" } ] }""", "m.json, missing: is not a list.")]
    public void Parse_WhatIsWrong_IsNamedWithItsPlace(string json, string message)
    {
        var error = Assert.Throws<IngestionException>(() => RecordMapping.Parse(json, "m.json"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
